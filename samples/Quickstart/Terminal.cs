using Spectre.Console;

namespace Quickstart;

/// <summary>A console that is wide and plain when nobody looks at it: redirected output holds text only.</summary>
internal static class Terminal
{
    private const int Width = 120;

    internal static IAnsiConsole On(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        if (output.IsTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = output });
        }

        var settings = new AnsiConsoleSettings
        {
            Out = output,
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        };
        settings.Enrichment.UseDefaultEnrichers = false;
        var console = AnsiConsole.Create(settings);
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Shows a bar while something runs; where nobody looks, just runs it.</summary>
    internal static async Task<T> WithBarAsync<T>(IAnsiConsole console, string title, double total, Func<Action<double>, Task<T>> work) =>
        console.Profile.Out.IsTerminal
            ? await console.Progress().HideCompleted(true).StartAsync(async bars =>
            {
                var bar = bars.AddTask(title, maxValue: total);
                return await work(done => bar.Value = done);
            })
            : await work(_ => { });
}
