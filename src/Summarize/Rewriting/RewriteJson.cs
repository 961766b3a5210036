using System.Text.Json.Serialization;

namespace Dateline.Summarize.Rewriting;

/// <summary>What is sent.</summary>
internal sealed record RewriteData(IReadOnlyList<NumberedSpan> Spans, IReadOnlyList<NumberedSlot> Slots);

/// <summary>A span with its number.</summary>
internal sealed record NumberedSpan(int Number, string Text);

/// <summary>A slot and the spans it may use.</summary>
internal sealed record NumberedSlot(int Slot, IReadOnlyList<int> Spans);

/// <summary>What comes back.</summary>
internal sealed record RewriteAnswer(IReadOnlyList<RewrittenSentence>? Sentences);

/// <summary>A sentence for a slot.</summary>
internal sealed record RewrittenSentence(int Slot, string? Text, IReadOnlyList<int>? Spans);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, MaxDepth = 8)]
[JsonSerializable(typeof(RewriteData))]
[JsonSerializable(typeof(RewriteAnswer))]
internal sealed partial class RewriteJson : JsonSerializerContext;
