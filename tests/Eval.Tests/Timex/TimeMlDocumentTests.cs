using Dateline.Eval.Timex;

namespace Dateline.Eval.Tests.Timex;

public sealed class TimeMlDocumentTests
{
    [Fact]
    public void Document_WithMarks_GivesTextSpansAndCreationDay()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """
            <TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">19980108</TIMEX3></DCT>
            <TEXT>It <EVENT eid="e1">fell</EVENT> <TIMEX3 tid="t1" type="DATE" value="1998-01-07">yesterday</TIMEX3><TIMEX3 tid="t2" type="DURATION" value="P1D"/>.</TEXT></TimeML>
            """);
        var document = TimeMlDocument.Read(file);
        File.Delete(file);
        Assert.Equal("It fell yesterday.", document.Text);
        var mark = Assert.Single(document.Expressions);
        Assert.Equal("yesterday", document.Text[mark.Start..mark.End]);
        Assert.Equal(new DateOnly(1998, 1, 8), document.Created!.Date.First);
    }
}
