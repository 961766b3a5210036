namespace Dateline.Eval.Ingesting;

/// <summary>A folder for one run.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dateline-eval-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
