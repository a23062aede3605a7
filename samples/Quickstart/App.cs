using Quickstart.Company;
using Quickstart.Import;

namespace Quickstart;

/// <summary>Reads the command line and runs what it asks for.</summary>
internal static class App
{
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!Arguments.TryRead(args, out var arguments, out var fault))
        {
            await error.WriteLineAsync($"{fault}{Environment.NewLine}{Environment.NewLine}{Arguments.Usage}");
            return ExitCode.NothingDone;
        }

        if (arguments.Help)
        {
            await output.WriteLineAsync(Arguments.Usage);
            return ExitCode.Clean;
        }

        try
        {
            return arguments.Events is null
                ? await CompanyRun.RunAsync(arguments, Terminal.On(output), cancellationToken)
                : await new ImportRun(arguments, output, error).RunAsync(cancellationToken);
        }
        catch (RefusedException refused)
        {
            await error.WriteLineAsync(refused.Message);
            return ExitCode.NothingDone;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
    }
}
