using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion.Formats;

public sealed class PdfTests : InputFiles
{
    [SkippableFact]
    public void Pdf_WithoutTheHelper_IsAFailureThatNamesThePackage()
    {
        Skip.If(HelperProgram.Find("pdftotext") is not null, "pdftotext is installed here.");
        Write("a.pdf", "%PDF-1.4\n%%EOF");

        var failure = Failure(Assert.Single(Read()));

        Assert.Equal(InputFailureReason.ToolMissing, failure.Reason);
        Assert.Contains("poppler-utils", failure.Suggestion, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Pdf_WithTheHelper_GivesItsText()
    {
        Skip.If(HelperProgram.Find("pdftotext") is null, "pdftotext is not installed here.");
        Write("a.pdf", SmallPdf("The river rose by two metres."));
        Write("b.pdf", "%PDF-1.4\nbroken");

        var results = Read();

        Assert.Contains("The river rose by two metres.", Item(results[0]).Text, StringComparison.Ordinal);
        Assert.Equal(InputFailureReason.Damaged, Failure(results[1]).Reason);
    }

    [SkippableFact]
    public void Helper_OverTimeOrOutput_IsStopped()
    {
        Skip.If(HelperProgram.Find("sleep") is null || HelperProgram.Find("yes") is null,
            "There is no sleep or yes here.");

        var slow = HelperProgram.Run(HelperProgram.Find("sleep")!, ["60"], [1], 1000, TimeSpan.FromMilliseconds(200));
        var loud = HelperProgram.Run(HelperProgram.Find("yes")!, [], [1], 1000, TimeSpan.FromSeconds(20));
        var wrong = HelperProgram.Run(HelperProgram.Find("sleep")!, ["never"], [1], 1000, TimeSpan.FromSeconds(20));

        Assert.Contains("seconds", slow.Problem, StringComparison.Ordinal);
        Assert.Contains("MiB", loud.Problem, StringComparison.Ordinal);
        Assert.Contains("never", wrong.Problem, StringComparison.Ordinal);
    }

    private static string SmallPdf(string text)
    {
        var content = $"BT /F1 12 Tf 72 720 Td ({text}) Tj ET";
        return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 "
            + "obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 "
            + "R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
            + $"4 0 obj<</Length {content.Length}>>stream\n{content}\nendstream endobj\n"
            + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
    }
}
