using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Index.Tests.Oracle;

/// <summary>One process of Apache Lucene that answers many commands, so that its code is compiled once.</summary>
internal sealed class LuceneServer : IDisposable
{
    private readonly Process _process = LuceneOracle.StartServer();

    /// <summary>Any command of Oracle.java; returns its output, throws with it when the command fails.</summary>
    public string Run(params IEnumerable<string> arguments)
    {
        string[] words = [.. arguments];
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(words) + "\n");
        var input = _process.StandardInput.BaseStream;
        input.Write(line);
        input.Flush();
        var head = ReadLine().Split(' ');
        var bytes = new byte[int.Parse(head[1], CultureInfo.InvariantCulture)];
        _process.StandardOutput.BaseStream.ReadExactly(bytes);
        var answer = Encoding.UTF8.GetString(bytes);
        return head[0] == "OK" ? answer : throw new InvalidOperationException($"{string.Join(' ', words)}:\n{answer}");
    }

    /// <summary>The output's lines.</summary>
    public string[] Lines(params IEnumerable<string> arguments) =>
        Run(arguments).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        _process.StandardInput.Close(); // ends it
        if (!_process.WaitForExit(10_000)) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            var unit = _process.StandardOutput.BaseStream.ReadByte();
            if (unit < 0) throw new InvalidOperationException("Lucene's process ended without an answer");
            if (unit == '\n') return line.ToString();
            line.Append((char)unit);
        }
    }
}
