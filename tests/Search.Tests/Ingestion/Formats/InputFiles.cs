using System.IO.Compression;
using System.Text;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Ingestion.Formats;

/// <summary>A folder of files to be read, made and removed by one test.</summary>
public abstract class InputFiles : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("dateline-formats-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Gzip(params byte[][] members)
    {
        using var output = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(member);
        }

        return output.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return output.ToArray();
    }

    internal static byte[] Tar(params (string Name, byte[] Content)[] files)
    {
        using var output = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(output, System.Formats.Tar.TarEntryFormat.Pax,
            leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                writer.WriteEntry(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(content),
                });
            }
        }

        return output.ToArray();
    }

    protected string Write(string name, string text) => Write(name, Bytes(text));

    protected string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    protected List<InputResult> Read(InputLimits? limits = null, FieldMap? fields = null) =>
        [.. new InputReader(limits, fields: fields).Read([Folder])];

    internal static InputItem Item(InputResult result) => Assert.IsType<InputItem>(result);

    internal static InputFailure Failure(InputResult result) => Assert.IsType<InputFailure>(result);
}
