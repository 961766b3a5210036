namespace Dateline.Index.Tests.Survival;

/// <summary>
/// The long forms of the survival tests, and the process that they kill: <c>dotnet run --project tests/Index.Tests --
/// kill 200 1</c> (kills, seed), <c>… -- damage 2000 1</c> (changes and cuts of every file, seed); of the agreement
/// with Lucene: <c>… -- agree</c>.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [WriterProcess.Command, var folder, var seed]:
                return WriterProcess.Run(folder, int.Parse(seed, null));
            case ["kill", var kills, var seed]:
                return Kill(int.Parse(kills, null), int.Parse(seed, null));
            case ["damage", var rounds, var seed]:
                return Damage(int.Parse(rounds, null), int.Parse(seed, null));
            case ["agree", .. var options]:
                return Oracle.Agreement.AgreementCommand.Run(options);
            default:
                Console.Error.WriteLine(
                    $"usage: kill KILLS SEED | damage ROUNDS SEED | {Oracle.Agreement.AgreementCommand.Usage}");
                return 2;
        }
    }

    private static int Damage(int rounds, int seed)
    {
        foreach (var (name, index) in DamageTests.Indexes())
        {
            Console.WriteLine(name);
            using (index) Console.WriteLine(DamageHarness.Run(index, rounds, seed, Console.Out));
        }

        return 0;
    }

    private static int Kill(int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-kill-").FullName;
        var lucene = Oracle.LuceneOracle.IsAvailable ? 10 : 0;
        Console.WriteLine(KillHarness.Run(folder, kills, seed, lucene, Console.Out));
        Directory.Delete(folder, recursive: true); // kept when something was wrong
        return 0;
    }
}
