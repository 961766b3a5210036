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

    private static readonly TokenFacts Edge = new() { Word = 11, Lower = 12, Shape = 13, LongShape = 14, Suffix3 = 15 };

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
        var writer = new RowWriter(rows, (uint)tableRows);
        var shape = here.Shape + (manner.Code * 31);
        writer.Add(at == 0 ? manner.Code + 8 : manner.Code);
        Own(ref writer, here, shape, at == 0);
        Words(ref writer, here, left, right, left2, right2, shape);
        Shapes(ref writer, here, left, right, left2, right2, shape);
        Clusters(ref writer, here, left, right, left2, right2);
        Lexical(ref writer, here, left, right, shape);
        Document(ref writer, here, left, right, shape);
        Run(ref writer, sentence, at, shape);
        System.Diagnostics.Debug.Assert(writer.Written == Count, "the number of features is part of the format");
    }

    private static void Own(ref RowWriter writer, in TokenFacts here, uint shape, bool first)
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

    private static void Words(ref RowWriter writer, in TokenFacts here, in TokenFacts left, in TokenFacts right,
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

    private static void Shapes(ref RowWriter writer, in TokenFacts here, in TokenFacts left, in TokenFacts right,
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

    private static void Clusters(ref RowWriter writer, in TokenFacts here, in TokenFacts left, in TokenFacts right,
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
        ref RowWriter writer, in TokenFacts here, in TokenFacts left, in TokenFacts right, uint shape)
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
        ref RowWriter writer, in TokenFacts here, in TokenFacts left, in TokenFacts right, uint shape)
    {
        writer.Add(here.Document);
        writer.Add(here.Document, shape);
        writer.Add(here.Document, here.Capitals);
        writer.Add(left.Document, here.Document);
        writer.Add(here.Document, right.Document);
        writer.Add(here.Capitals + (8u * left.Capitals), right.Capitals);
    }

    // What stands around and inside the run of capitalised words that the token is in, whatever its length.
    private static void Run(ref RowWriter writer, ReadOnlySpan<TokenFacts> sentence, int at, uint shape)
    {
        ref readonly var here = ref sentence[at];
        var inRun = here.RunEnd > 0;
        int start = inRun ? here.RunStart : at, end = inRun ? here.RunEnd : at + 1;
        ref readonly var before = ref At(sentence, start - 1);
        ref readonly var after = ref At(sentence, end);
        ref readonly var last = ref sentence[end - 1];
        ref readonly var first = ref sentence[start];
        uint length = inRun ? (uint)Math.Min(end - start, 6) : 0;
        var place = (length * 64) + ((uint)Math.Min(at - start, 3) * 8) + (uint)Math.Min(end - 1 - at, 3);
        uint ending = end - 1 == at ? 1 : last.Lower, beginning = start == at ? 1 : first.Lower;
        writer.Add(ending);
        writer.Add(beginning);
        writer.Add(place, here.Quotation);
        writer.Add(before.Lower, length);
        writer.Add(after.Lower, length);
        writer.Add(before.Coarse + (256u * after.Coarse), length);
        writer.Add(before.Lower, after.Lower);
        writer.Add(before.Fine, place);
        writer.Add(after.Fine, place);
        writer.Add(Names(first.Lists) + (Names(last.Lists) << 16), place);
        writer.Add(last.Fine, place);
        writer.Add(first.Fine, place);
        writer.Add(before.Lower, RunBefore(sentence, start).Lower);
        writer.Add(after.Lower, RunAfter(sentence, end).Lower);
        writer.Add(here.Definition);
        writer.Add(here.DefinitionClass, length);
        writer.Add(Kind(here.DefinitionKinds), inRun ? 1u : 0);
        writer.Add(Kind(before.Lists), length);
        writer.Add(Kind(last.Lists), place);
        writer.Add(Kind(after.Lists), length);
        writer.Add(Kind(At(sentence, start - 2).Lists), before.Lower);
        writer.Add(here.Quotation, shape);
        writer.Add(after.Lower, At(sentence, end + 1).Lower);
    }

    private static uint Names(NameLists lists) => (uint)(lists & ~Kinds);

    private static uint Kind(NameLists lists) => (uint)(lists & Kinds);

    // The last word of the run that ends one or two tokens before a run.
    private static ref readonly TokenFacts RunBefore(ReadOnlySpan<TokenFacts> sentence, int start)
    {
        if (start >= 2 && sentence[start - 2].RunEnd > 0)
            return ref sentence[start - 2];
        if (start >= 3 && sentence[start - 3].RunEnd > 0)
            return ref sentence[start - 3];
        return ref Edge;
    }

    // The last word of the run that begins one or two tokens after a run.
    private static ref readonly TokenFacts RunAfter(ReadOnlySpan<TokenFacts> sentence, int end)
    {
        for (var at = end + 1; at <= end + 2 && at < sentence.Length; at++)
        {
            if (sentence[at].RunEnd > 0)
                return ref sentence[sentence[at].RunEnd - 1];
        }

        return ref Edge;
    }

    private static ref readonly TokenFacts At(ReadOnlySpan<TokenFacts> sentence, int at)
    {
        if ((uint)at < (uint)sentence.Length)
            return ref sentence[at];
        return ref Edge;
    }

    private ref struct RowWriter(Span<int> rows, uint tableRows)
    {
        private readonly Span<int> _rows = rows;
        private readonly uint _tableRows = tableRows;

        public int Written { get; private set; }

        public void Add(uint value)
        {
            var hash = (value + 1 + ((ulong)(Written + 1) << 40)) * 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
            _rows[Written++] = (int)(((hash >> 32) * _tableRows) >> 32);
        }

        public void Add(uint value, uint other) => Add((value * 0x85EBCA6Bu) ^ ((other + 0x165667B1u) * 0xC2B2AE35u));
    }
}
