using System.Collections.Frozen;

namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>Words of date lines. Table.</summary>
internal static class DateVocabulary
{
    private static readonly FrozenDictionary<string, int> MonthNames = Months()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Noise = Lookup(
        "at on of by and the date time first last to from am pm article history gmt local edition story " +
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun " +
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag am den um uhr vom letzte " +
        "lundi mardi mercredi jeudi vendredi samedi dimanche le à lunes martes miércoles jueves viernes sábado " +
        "domingo de a las el " +
        "lunedì martedì mercoledì giovedì venerdì sabato domenica il alle ore del h hs hrs hours");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Published = Lookup(
        "published posted publié publicado pubblicato veröffentlicht erstellt created issued filed added " +
        "publication entry publicada publicação publicación publié publiée erschienen veröffentlichung " +
        "gepubliceerd geplaatst " +
        "opublikowano publicerad udgivet publisert julkaistu posté online");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Updated = Lookup(
        "updated modified update revised aktualisiert aktualisierung stand actualizado atualizado aggiornato edited " +
        "bijgewerkt gewijzigd modifié modifiée geändert");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthOf =
        MonthNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word) =>
        MonthOf.TryGetValue(word.TrimEnd('.'), out var month) ? month : 0;

    public static bool IsNoise(ReadOnlySpan<char> word) => Noise.Contains(word.TrimEnd('.'));

    public static bool IsPublished(ReadOnlySpan<char> word) => Published.Contains(word);

    public static bool IsUpdated(ReadOnlySpan<char> word) => Updated.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, int> Months()
    {
        string[] tables =
        [
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feber mrz apr mai jun jul aug sept okt nov dez",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv févr mars avr mai juin juil août sept oct nov déc",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene febr mar abr may jun jul ago sept oct nov dic",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "januari februari mars april maj juni juli augusti september oktober november december",
            "januar februar marts april maj juni juli august september oktober november december",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta " +
            "elokuuta syyskuuta lokakuuta " +
            "marraskuuta joulukuuta",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
            "ledna února března dubna května června července srpna září října listopadu prosince",
            "január február március április május június július augusztus szeptember október november december",
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
            "januari pebruari maret april mei juni juli agustus september oktober november desember",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
            "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου " +
            "δεκεμβρίου",
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        ];
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            var names = table.Split(' ');
            for (var index = 0; index < names.Length; index++)
                months.TryAdd(names[index], index + 1);
        }

        return months;
    }
}
