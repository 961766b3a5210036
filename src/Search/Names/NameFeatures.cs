using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>
/// The features of a token: each is a template and a value, hashed together to a row of the weight table. Their number
/// and order are part of the model's format.
/// </summary>
internal static class NameFeatures
{
    /// <summary>Features of a token.</summary>
    public const int Count = 97;

    /// <summary>The features that say which word a token is, beside its form and its surroundings.</summary>
    public static ReadOnlySpan<byte> Identity => [1, 2, 6, 7, 8, 10, 11, 12, 13, 20, 21, 55, 56];

    /// <summary>What stands beyond the ends of a sentence.</summary>
    internal static readonly TokenFacts Edge = new()
    {
        Word = 11,
        Lower = 12,
        Shape = 13,
        LongShape = 14,
        Suffix3 = 15,
    };

    private const NameLists Places = NameLists.Country | NameLists.LargeCity | NameLists.City | NameLists.Region;
    private const NameLists Kinds =
        NameLists.PersonNoun | NameLists.OrganisationNoun | NameLists.PlaceNoun | NameLists.OtherNoun;

    /// <summary>Writes the rows of one token's features.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The token in it.</param>
    /// <param name="manner">How the sentence is written.</param>
    /// <param name="rows">Receives <see cref="Count"/> rows.</param>
    /// <param name="tableRows">Rows of the table.</param>
    public static void Extract(
        ReadOnlySpan<TokenFacts> sentence, int at, SentenceManner manner, Span<int> rows, int tableRows)
    {
        ref readonly var here = ref sentence[at];
        ref readonly var left = ref At(sentence, at - 1);
        ref readonly var right = ref At(sentence, at + 1);
        ref readonly var left2 = ref At(sentence, at - 2);
        ref readonly var right2 = ref At(sentence, at + 2);
        var writer = new FeatureRows(rows, (uint)tableRows);
        var shape = here.Shape + (manner.Code * 31);
        writer.Add(at == 0 ? manner.Code + 8 : manner.Code);
        Own(ref writer, here, shape, at == 0);
        Words(ref writer, here, left, right, left2, right2, shape);
        Shapes(ref writer, here, left, right, left2, right2, shape);
        Clusters(ref writer, here, left, right, left2, right2);
        Lexical(ref writer, here, left, right, shape);
        Document(ref writer, here, left, right, shape);
        RunFeatures.Write(ref writer, sentence, at, shape);
        System.Diagnostics.Debug.Assert(writer.Written == Count, "the number of features is part of the format");
    }

    private static void Own(ref FeatureRows writer, in TokenFacts here, uint shape, bool first)
    {
        writer.Add(here.Word);
        writer.Add(here.Lower);
        writer.Add(shape);
        writer.Add(here.LongShape);
        writer.Add(shape, first ? 1u : 0);
        writer.Add(here.Prefix2);
        writer.Add(here.Prefix3);
        writer.Add(here.Prefix4);
        writer.Add(here.Suffix1, shape);
        writer.Add(here.Suffix2);
        writer.Add(here.Suffix3);
        writer.Add(here.Suffix4);
        writer.Add(here.Suffix3, shape);
    }

    private static void Words(ref FeatureRows writer, in TokenFacts here, in TokenFacts left, in TokenFacts right,
        in TokenFacts left2, in TokenFacts right2, uint shape)
    {
        writer.Add(left.Word);
        writer.Add(right.Word);
        writer.Add(left.Lower);
        writer.Add(right.Lower);
        writer.Add(left2.Lower);
        writer.Add(right2.Lower);
        writer.Add(left.Lower, here.Lower);
        writer.Add(here.Lower, right.Lower);
        writer.Add(left.Lower, right.Lower);
        writer.Add(left2.Lower, left.Lower);
        writer.Add(right.Lower, right2.Lower);
        writer.Add(left.Lower, shape);
        writer.Add(right.Lower, shape);
        writer.Add(left.Suffix3);
        writer.Add(right.Suffix3);
    }

    private static void Shapes(ref FeatureRows writer, in TokenFacts here, in TokenFacts left, in TokenFacts right,
        in TokenFacts left2, in TokenFacts right2, uint shape)
    {
        writer.Add(left.Shape, shape);
        writer.Add(shape, right.Shape);
        writer.Add(left.Shape + (right.Shape * 3), shape);
        writer.Add(left2.Shape + (left.Shape * 3), shape);
        writer.Add(right2.Shape + (right.Shape * 3), shape);
        writer.Add(left2.Shape + (left.Shape * 3) + (right.Shape * 5) + (right2.Shape * 7), shape);
        writer.Add(left.Shape);
        writer.Add(right.Shape);
        writer.Add(left2.Lower, shape);
        writer.Add(right2.Lower, shape);
    }

    private static void Clusters(ref FeatureRows writer, in TokenFacts here, in TokenFacts left, in TokenFacts right,
        in TokenFacts left2, in TokenFacts right2)
    {
        writer.Add(here.Coarse);
        writer.Add(left.Coarse);
        writer.Add(right.Coarse);
        writer.Add(left2.Coarse);
        writer.Add(right2.Coarse);
        writer.Add(left.Coarse, here.Coarse);
        writer.Add(here.Coarse, right.Coarse);
        writer.Add(left.Coarse, right.Coarse);
        writer.Add(left.Coarse + (256u * right.Coarse), here.Coarse);
        writer.Add(here.Fine);
        writer.Add(left.Fine);
        writer.Add(right.Fine);
        writer.Add(left2.Fine);
        writer.Add(right2.Fine);
        writer.Add(left.Fine, here.Fine);
        writer.Add(here.Fine, right.Fine);
        writer.Add(left.Coarse, here.Lower);
        writer.Add(right.Coarse, here.Lower);
    }

    private static void Lexical(
        ref FeatureRows writer, in TokenFacts here, in TokenFacts left, in TokenFacts right, uint shape)
    {
        uint role = here.ListRole, lists = Names(here.ListsWithin), own = Names(here.Lists);
        writer.Add(lists, role);
        writer.Add(lists & (uint)Places, role);
        writer.Add(lists & (uint)(NameLists.CommonWord | NameLists.Demonym), role);
        writer.Add(lists & (uint)(NameLists.KnownOrganisation | NameLists.KnownPerson), role);
        writer.Add(own, shape);
        writer.Add(own & (uint)(NameLists.GivenName | NameLists.Title | NameLists.OrganisationWord));
        writer.Add(Names(left.Lists), own);
        writer.Add(own, Names(right.Lists));
        writer.Add(Names(left.Lists), shape);
        writer.Add(Names(right.Lists), shape);
        writer.Add(here.Capitals, shape);
    }

    private static void Document(
        ref FeatureRows writer, in TokenFacts here, in TokenFacts left, in TokenFacts right, uint shape)
    {
        writer.Add(here.Document);
        writer.Add(here.Document, shape);
        writer.Add(here.Document, here.Capitals);
        writer.Add(left.Document, here.Document);
        writer.Add(here.Document, right.Document);
        writer.Add(here.Capitals + (8u * left.Capitals), right.Capitals);
    }

    /// <summary>The lists of names among some lists.</summary>
    internal static uint Names(NameLists lists) => (uint)(lists & ~Kinds);

    /// <summary>The lists of nouns of a kind among some lists.</summary>
    internal static uint Kind(NameLists lists) => (uint)(lists & Kinds);

    /// <summary>A token of a sentence; <see cref="Edge"/> outside it.</summary>
    internal static ref readonly TokenFacts At(ReadOnlySpan<TokenFacts> sentence, int at)
    {
        if ((uint)at < (uint)sentence.Length)
            return ref sentence[at];
        return ref Edge;
    }
}
