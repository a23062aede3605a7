using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge;

/// <summary>The demonstration: takes payloads from files, and says what came of each and how the candidates stand.</summary>
internal sealed class App
{
    internal required Stream Input { get; init; }

    internal required TextWriter Output { get; init; }

    internal required TextWriter Error { get; init; }

    internal required IClock Clock { get; init; }

    /// <summary>Gets what reads a secret by its name; null where there is none.</summary>
    internal required Func<string, string?> Secret { get; init; }

    internal async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var arguments = Arguments.Read(args, out var fault);
        if (arguments.Help)
        {
            await Output.WriteLineAsync(Arguments.Usage);
            return ExitCode.Clean;
        }

        if (fault is not null)
        {
            await Error.WriteLineAsync($"{fault}{Environment.NewLine}{Environment.NewLine}{Arguments.Usage}");
            return ExitCode.NothingDone;
        }

        try
        {
            return await TakeAsync(arguments, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or RefusedException)
        {
            await Error.WriteLineAsync(broken.Message);
            return ExitCode.NothingDone;
        }
    }

    private async Task<int> TakeAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var signature = SignatureOf(arguments);
        if (signature is null)
        {
            await Error.WriteLineAsync("Signatures are not checked: no --secret-from was given.");
        }

        await using var host = new CrmHost(Clock);
        using var bridge = new Bridge(host.Crm, Clock, signature);
        var report = new Report(Output);
        var payloads = Payloads.Find(arguments.Paths);
        foreach (var path in payloads)
        {
            var delivery = await Payloads.ReadAsync(path, Input, arguments.Signature, cancellationToken);
            await report.ShowAsync(path, await bridge.ReceiveAsync(delivery, cancellationToken));
        }

        foreach (var (interview, application) in arguments.Interviews)
        {
            await report.ShowAsync($"{interview} is for {application}", await bridge.LearnAsync(interview, application, cancellationToken));
        }

        await host.Runner.RunJobsAsync(cancellationToken: cancellationToken);
        await report.ShowCandidatesAsync(host.Crm, cancellationToken);
        await report.ShowSummaryAsync(bridge);
        return report.IsClean && bridge.Waiting.Count == 0 && bridge.Unsettled.Count == 0 ? ExitCode.Clean : ExitCode.WithFindings;
    }

    private WebhookSignature? SignatureOf(Arguments arguments)
    {
        var secrets = arguments.SecretsFrom.Select(name => Secret(name) is { Length: > 0 } secret
            ? secret
            : throw new RefusedException($"The environment variable {name} holds no secret.")).ToArray();
        return secrets.Length == 0 ? null : new WebhookSignature(secrets);
    }
}
