namespace Dateline.Search.Places;

/// <summary>
/// Layout of a gazetteer file, little-endian, every section aligned to 4 bytes:
/// <code>
/// magic int, version int, nodes int, names int, externals int, poolBytes int
/// parent int[nodes]        own node index; ~i = external path i; int.MinValue = top of the tree
/// geoNamesId int[nodes]    0 = none
/// latitude float[nodes], longitude float[nodes]   degrees, NaN = unknown
/// population int[nodes]    0 = unknown
/// nameOffset int[nodes]    into the pool: length byte + UTF-8 display name, length byte + ASCII slug (0 = made from
/// the name) childOrder int[nodes]    node indexes ordered by parent, then slug kindAndFlags ushort[nodes], padded
/// externalOffset int[externals]   into the pool: length byte + ASCII path of a node in an earlier file
/// buckets int[65537]       first name whose hash has these 16 high bits
/// nameHash uint[names]     low 32 bits of the hash, ascending within a bucket
/// nameTarget uint[names]   24 bits: node index, or nodes + external index; 8 bits: <see cref="NameKind"/>
/// pool byte[poolBytes]
/// </code>
/// </summary>
internal static class GazetteerFormat
{
    public const int Magic = 0x5A47_4C44;
    public const int Version = 1;
    public const int HeaderLength = 24;
    public const int BucketBits = 16;
    public const int Buckets = 1 << BucketBits;
    public const int NoParent = int.MinValue;
    public const int TargetBits = 24;
    public const uint TargetMask = (1u << TargetBits) - 1;

    /// <summary>Node flag: seat of the national government.</summary>
    public const int CapitalFlag = 0x100;

    /// <summary>Node flag: seat of its region.</summary>
    public const int SeatFlag = 0x200;

    /// <summary>Node flag: stands for a region and the city it is named after.</summary>
    public const int CityRegionFlag = 0x400;

    /// <summary>Node flag: second-order division (county, district), a region below a region.</summary>
    public const int CountyFlag = 0x800;

    /// <summary>
    /// Node flag: names in this country come from scripts without short vowels, so loose spelling applies.
    /// </summary>
    public const int LooseFlag = 0x1000;

    /// <summary>Node flag: a well-known site, which its name means wherever it stands ("White House").</summary>
    public const int SiteFlag = 0x2000;
}

/// <summary>What a name is to the place that bears it, best first.</summary>
public enum NameKind
{
    /// <summary>Its display name.</summary>
    Primary,

    /// <summary>Another name used in English.</summary>
    English,

    /// <summary>Any other spelling; may be of another language or time.</summary>
    Alternate,

    /// <summary>Written in capitals only: "US", "UAE".</summary>
    Abbreviation,

    /// <summary>Adjective or people: "Syrian". Supports the place without being a mention of it.</summary>
    Demonym,

    /// <summary>Understood only after a comma that follows another place: "Alexandria, La."</summary>
    AfterComma,

    /// <summary>Transliteration key.</summary>
    Loose,
}
