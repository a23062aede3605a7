using System.Text.Json;
using Quickstart;
using Quickstart.Import;

namespace CandidateCrm.Docs.Quickstart;

/// <summary>One run of the sample in a folder of its own that goes with it.</summary>
internal sealed class QuickstartRun : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("quickstart-");

    internal string Output => _output.ToString();

    internal string Error => _error.ToString();

    internal JsonElement Figures => JsonDocument.Parse(Output).RootElement;

    internal string PathOf(string name) => Path.Combine(Folder.FullName, name);

    internal string File(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    internal string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    internal Task<int> RunAsync(params string[] args) => App.RunAsync(args, _output, _error, CancellationToken.None);

    /// <summary>Imports an event log of these lines below the usual header and asks for the figures.</summary>
    internal Task<int> ImportAsync(params string[] lines) =>
        RunAsync("import", File("events.csv", "case,seq,activity,resource,timestamp\n" + string.Join('\n', lines)), "--json");

    /// <summary>Imports and stops as soon as so many facts are committed.</summary>
    internal async Task<int> StopAfterAsync(int committed, params string[] args)
    {
        using var stop = new CancellationTokenSource();
        Assert.True(Arguments.TryRead(args, out var arguments, out _));
        var run = new ImportRun(arguments, _output, _error)
        {
            PageSize = 250,
            Watch = read =>
            {
                if (read >= committed)
                {
                    stop.Cancel();
                }
            },
        };
        return await run.RunAsync(stop.Token);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Folder.Delete(recursive: true);
    }
}
