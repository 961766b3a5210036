using Dateline.Eval.Places;

namespace Dateline.Eval.Tests.Places;

public sealed class IncidentPlaceKeyTests
{
    [Theory]
    [InlineData("EL SALVADOR: MORAZAN (DEPARTMENT): PERQUIN (CITY)", "EL SALVADOR > MORAZAN > PERQUIN")]
    [InlineData("? HONDURAS", "HONDURAS")]
    [InlineData("COLOMBIA / VENEZUELA", "COLOMBIA | VENEZUELA")]
    [InlineData("(EL SALVADOR: ZARAGOZA (TOWN)) / (EL SALVADOR)", "EL SALVADOR > ZARAGOZA | EL SALVADOR")]
    [InlineData("PERU: LIMA (CITY / MUNICIPALITY)", "PERU > LIMA")]
    [InlineData("CHILE: COPIAPO (CITY) - TALCA (CITY)", "CHILE > COPIAPO,TALCA")]
    [InlineData("PERU: CARAHUAICHI-JAURIN (AREA)", "PERU > CARAHUAICHI-JAURIN")]
    public void Slot_OfAKeyTemplate_IsReadAsItsChains(string slot, string expected)
    {
        var keys = IncidentPlaceKey.Parse(slot)
            .Select(key => string.Join(" > ", key.Levels.Select(names => string.Join(',', names))));
        Assert.Equal(expected, string.Join(" | ", keys));
    }
}
