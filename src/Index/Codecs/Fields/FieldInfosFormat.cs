using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Fields;

/// <summary>Reads and writes <c>_X.fnm</c> (LUCENE87 section 5).</summary>
internal static class FieldInfosFormat
{
    private const string Extension = "fnm";
    private const string Codec = "Lucene60FieldInfos";
    private const int FormatVersion = 2;
    private const byte VectorsBit = 1;
    private const byte OmitNormsBit = 2;
    private const byte PayloadsBit = 4;
    private const byte SoftDeletesBit = 8;
    private const int MaxPointDimensions = 16;
    private const int MaxPointBytes = 16;

    public static void Write(SegmentFiles files, FieldInfos fields)
    {
        using var output = files.Create(Extension, Codec, FormatVersion);
        output.WriteVInt(fields.Count);
        foreach (var field in fields) WriteField(output, field);
        CodecHeader.WriteFooter(output);
    }

    /// <summary>Reads the file; the suffix is the generation of an updated one.</summary>
    public static FieldInfos Read(SegmentFiles files, string suffix = "")
    {
        var input = files.Open(Extension, Codec, FormatVersion, FormatVersion, out _, suffix, verify: true);
        var fields = new FieldInfo[input.ReadCount(input.Remaining, "number of fields")];
        for (var k = 0; k < fields.Length; k++) fields[k] = ReadField(input);
        if (input.Remaining != CodecHeader.FooterLength) throw input.Corrupt("there are bytes left before the footer");
        try
        {
            return new FieldInfos(fields);
        }
        catch (ArgumentException e)
        {
            throw new CorruptIndexException(input.Name, -1, "a field name or number occurs twice", e);
        }
    }

    private static void WriteField(IndexOutput output, FieldInfo field)
    {
        output.WriteString(field.Name);
        output.WriteVInt(field.Number);
        var isIndexed = field.IndexOptions != IndexOptions.None;
        output.WriteByte((byte)((field.HasTermVectors ? VectorsBit : 0)
            | (isIndexed && field.OmitsNorms ? OmitNormsBit : 0)
            | (field.HasPayloads ? PayloadsBit : 0)
            | (field.IsSoftDeletes ? SoftDeletesBit : 0)));
        output.WriteByte((byte)field.IndexOptions);
        output.WriteByte((byte)field.DocValues);
        output.WriteInt64(field.DocValuesGeneration);
        output.WriteStringMap(field.Attributes);
        output.WriteVInt(field.PointDimensions);
        if (field.PointDimensions == 0) return;
        output.WriteVInt(field.PointIndexDimensions);
        output.WriteVInt(field.PointBytes);
    }

    private static FieldInfo ReadField(IndexInput input)
    {
        var name = input.ReadString();
        var number = input.ReadVInt();
        if (number < 0) throw input.Corrupt($"field \"{name}\" has number {number}");
        var bits = input.ReadByte();
        var options = (IndexOptions)input.ReadByte();
        var docValues = (DocValuesType)input.ReadByte();
        if (bits > 15 || !Enum.IsDefined(options) || !Enum.IsDefined(docValues))
            throw input.Corrupt(
                $"field \"{name}\" has flags {bits}, index options {(int)options}, doc values {(int)docValues}");
        var generation = input.ReadInt64();
        var attributes = input.ReadStringMap();
        var dimensions = input.ReadCount(MaxPointDimensions, "point dimensions");
        var field = new FieldInfo
        {
            Name = name,
            Number = number,
            IndexOptions = options,
            DocValues = docValues,
            OmitsNorms = (bits & OmitNormsBit) != 0,
            HasTermVectors = (bits & VectorsBit) != 0,
            HasPayloads = (bits & PayloadsBit) != 0,
            IsSoftDeletes = (bits & SoftDeletesBit) != 0,
            DocValuesGeneration = generation,
            Attributes = attributes,
            PointDimensions = dimensions,
            PointIndexDimensions = dimensions == 0 ? 0 : input.ReadCount(dimensions, "indexed point dimensions"),
            PointBytes = dimensions == 0 ? 0 : input.ReadCount(MaxPointBytes, "bytes of a point dimension"),
        };
        CheckConsistent(input, field);
        return field;
    }

    private static void CheckConsistent(IndexInput input, FieldInfo field)
    {
        var isIndexed = field.IndexOptions != IndexOptions.None;
        if (!isIndexed && (field.OmitsNorms || field.HasPayloads || field.HasTermVectors))
            throw input.Corrupt($"field \"{field.Name}\" is not indexed but has flags of an indexed one");
        if (field.HasPayloads && !field.HasPositions)
            throw input.Corrupt($"field \"{field.Name}\" has payloads but no positions");
        if (field.PointDimensions > 0 && (field.PointIndexDimensions == 0 || field.PointBytes == 0))
            throw input.Corrupt($"field \"{field.Name}\" has points without dimensions or bytes");
    }
}
