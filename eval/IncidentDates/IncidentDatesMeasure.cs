using Dateline.Eval.Measuring;
using Dateline.Search.Articles;
using Dateline.Search.Dates;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.IncidentDates;

/// <summary>
/// <c>incident-dates FOLDER</c>: MUC-3/4 reports (<c>*_docs.jsonl</c>) against the INCIDENT: DATE slot of their key
/// templates (<c>*_keys_all_slots.jsonl</c>). A template is dated when a key alternative tells a day or a span; one
/// with only a bound ("- 08 JAN 90", some time up to the day of the report) tells no date and is counted apart, where
/// the bound itself is the answer. An event date is right when it is that day, or lies within the span.
/// </summary>
internal static class IncidentDatesMeasure
{
    private sealed record Template(string Slot, List<IncidentKey> Keys, bool Among, bool Leading)
    {
        public bool IsDated => Keys.Exists(key => !key.Open);
    }

    public static Measure Measure { get; } = new("incident-dates", "muc34",
        "Incident dates of news reports among the event dates, and as the leading one.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var slots = MucReports.Slots(run.Folder, "INCIDENT: DATE");
        var templates = new List<Template>();
        foreach (var (id, text) in MucReports.Texts(run.Folder))
        {
            if (slots.Contains(id) && run.Includes(id))
                Score(run, id, text, slots[id], templates);
        }

        var dated = templates.Where(template => template.IsDated).ToList();
        run.Output.WriteLine($"{templates.Count} templates with a date slot, {dated.Count} of them with a day or span");
        return
        [
            new("among, bounds counted", Share(templates, template => template.Among)),
            new("leading, bounds counted", Share(templates, template => template.Leading)),
            new("among event dates", Share(dated, template => template.Among)),
            new("leading exactly right", Share(dated, template => template.Leading)),
        ];
    }

    private static void Score(MeasureRun run, string id, string source, IEnumerable<string> slots,
        List<Template> templates)
    {
        var text = ArticleExtractor.Extract(new InputItem(id, InputFormat.PageText, source)).Text;
        var dates = text is null ? [] : EventDateFinder.Find(text);
        var leading = text is null ? null : LeadingDate.Of(text, dates);
        foreach (var slot in slots)
        {
            var keys = IncidentKey.Parse(slot, text?.Published?.Date.First.Year);
            var told = keys.Exists(key => !key.Open) ? keys.FindAll(key => !key.Open) : keys;
            var among = told.Exists(key => dates.Any(date => key.Has(date.Date))
                || (leading is not null && key.Has(leading.Date)));
            var first = leading is not null && told.Exists(key => key.Has(leading.Date));
            if (keys.Count > 0)
                templates.Add(new Template(slot, keys, among, first));
            if (keys.Count > 0 && !first && run.Worst > 0
                && templates.Count(template => !template.Leading) <= run.Worst)
                run.Output.WriteLine($"{(among ? "OTHER LEADS" : "NOT AMONG")}\t{id}\tkey {slot}\tpublished "
                    + $"{text?.Published?.Date} {text?.Published?.Rule}\tleading {leading?.Date} {leading?.Rule}\t"
                    + string.Join("; ", dates.Select(
                        date => $"{date.Evidence.Quote.ReplaceLineEndings(" ")}={date.Date}/{date.Evidence.Rule}")));
        }
    }

    private static double Share(List<Template> templates, Func<Template, bool> counts) =>
        templates.Count == 0 ? 0 : (double)templates.Count(counts) / templates.Count;
}
