using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Search.Articles;
using Dateline.Summarize.Comparing;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Tests.Saved;

/// <summary>A saved briefing is a file like any other: whatever stands in it, reading it ends in a briefing or in
/// words.</summary>
public sealed class HostileBriefingTests
{
    private static readonly ArticleList Archive = new(
        Make.Article(
            "a", "Rebel leader Omar Haddad said on July 12 that the army had shelled Velm and killed at least 30 "
                + "people.\n\n"
            + "The Harbour Post could not independently confirm the report.", "Harbour Post", "2012-07-13")
            .Naming("Omar Haddad", ActorKind.Person).Dated("July 12", "2012-07-12"),
        Make.Article("b",
            "General Ivo Brandt denied that the army had shelled Velm. He said 12 people had been killed.", "Norrland",
                "2012-07-14")
            .Naming("Ivo Brandt", ActorKind.Person));

    private static readonly Briefing Whole = Compared();

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Read_AlteredAnywhere_GivesABriefingThatCanBeUsedOrSaysWhy(int seed)
    {
        var random = new Random(seed);
        var whole = BriefingJson.Write(Whole);
        int used = 0, refused = 0;
        for (var round = 0; round < 250; round++)
        {
            var root = JsonNode.Parse(whole)!;
            for (var k = random.Next(1, 4); k > 0; k--)
                Alter(root, random);
            try
            {
                Use(BriefingJson.Read(root.ToJsonString()));
                used++;
            }
            catch (JsonException e)
            {
                Assert.NotEmpty(e.Message);
                refused++;
            }
        }

        Assert.True(used > 20 && refused > 20, $"{used} used, {refused} refused");
    }

    [Fact]
    public void Read_CutAnywhere_IsRefused()
    {
        var whole = BriefingJson.Write(Whole);
        for (var length = 0; length < whole.Length - 2; length += 97)
            Assert.Throws<JsonException>(() => BriefingJson.Read(whole[..length]));
    }

    [Theory]
    [InlineData("{\"schema\":2}", "schema 1, not 2")]
    [InlineData("{\"schema\":2,\"header\":{\"question\":\"x\"},\"sections\":[null]}", "schema 1, not 2")]
    [InlineData("null", "found null")]
    [InlineData("[]", "briefing")]
    [InlineData("{}", "required")]
    public void Read_WhatIsNone_SaysWhatIsWrong(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<JsonException>(() => BriefingJson.Read(json)).Message,
            StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Read_NothingAmongTheSentences_IsRefused()
    {
        var root = JsonNode.Parse(BriefingJson.Write(Whole))!;
        root["keyPoints"]!.AsArray().Add(null);

        Assert.Contains("empty element",
            Assert.Throws<JsonException>(() => BriefingJson.Read(root.ToJsonString())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RequestOutOfRange_IsRefused()
    {
        var root = JsonNode.Parse(BriefingJson.Write(Whole))!;
        root["header"]!["request"]!["depth"] = 100000;

        Assert.Contains("Depth must be",
            Assert.Throws<JsonException>(() => BriefingJson.Read(root.ToJsonString())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileOfAnEarlierVersion_LacksNothing()
    {
        var root = JsonNode.Parse(BriefingJson.Write(Whole))!;
        foreach (var name in new[] { "figures", "statements", "sides" })
            root.AsObject().Remove(name);
        root["changes"]!.AsObject().Remove("remarks");
        root["header"]!.AsObject().Remove("mode");
        root["header"]!["request"] = new JsonObject { ["topic"] = "army shelled Velm" };

        var briefing = BriefingJson.Read(root.ToJsonString());

        Assert.Equal((0, 0, 0), (briefing.Figures.Count, briefing.Statements.Count, briefing.Sides.Count));
        Assert.Equal(new BriefingRequest { Topic = "army shelled Velm" }, briefing.Header.Request);
        Assert.Equal("extractive", briefing.Header.Mode);
        Use(briefing);
    }

    private static void Use(Briefing briefing)
    {
        Assert.NotEmpty(MarkdownRenderer.Render(briefing));
        Assert.NotEmpty(HtmlRenderer.RenderPage(briefing));
        Assert.NotEmpty(TextRenderer.Render(briefing));
        var verifier = BriefingVerifier.Over(Archive);
        verifier.Verify(briefing);
        var comparison = new BriefingComparison(verifier);
        BriefingJson.Read(BriefingJson.Write(comparison.Extend("altered", briefing, Whole)));
        comparison.Extend("whole", Whole, briefing);
    }

    private static Briefing Compared()
    {
        var request = new BriefingRequest { Topic = "army shelled Velm" };
        var earlier = new BriefingWriter(new ArticleList(Archive.Find("a")!)).Write(request).Briefing!;
        var later = new BriefingWriter(Archive).Write(request).Briefing!;
        return new BriefingComparison(BriefingVerifier.Over(Archive)).Extend("earlier", earlier, later);
    }

    // Any place of the tree gets another value, loses it, or is told twice.
    private static void Alter(JsonNode root, Random random)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        if (nodes[random.Next(nodes.Count)] is not { Parent: { } parent } node)
            return;
        JsonNode? other = random.Next(8) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(-5, 2_000_000_000)),
            2 => JsonValue.Create(""),
            3 => JsonValue.Create("\u0000\u001b[31m<script>\ud800"),
            4 => new JsonArray(),
            5 => new JsonObject(),
            _ => nodes[random.Next(nodes.Count)].DeepClone(),
        };
        if (parent is JsonArray list)
        {
            if (random.Next(3) == 0)
                list.Add(node.DeepClone());
            else
                list[list.IndexOf(node)] = other;
        }
        else if (parent is JsonObject members)
        {
            var name = members.First(member => ReferenceEquals(member.Value, node)).Key;
            if (random.Next(4) == 0)
                members.Remove(name);
            else
                members[name] = other;
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> nodes)
    {
        nodes.Add(node);
        var below = node switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in below.OfType<JsonNode>())
            Collect(child, nodes);
    }
}
