using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Tenants;

namespace GreenhouseBridge;

/// <summary>Shows in plain text what came of payloads: ids and codes, nothing of a person.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly Dictionary<Outcome, int> _counts = [];
    private readonly SortedSet<string> _candidates = new(StringComparer.Ordinal);

    /// <summary>Gets a value indicating whether everything was recorded, or ignored for a reason.</summary>
    internal bool IsClean => _counts.Keys.All(outcome => outcome is Outcome.Recorded or Outcome.Ignored or Outcome.Waiting);

    internal async Task ShowAsync(string path, Received received)
    {
        _counts[received.Outcome] = _counts.GetValueOrDefault(received.Outcome) + 1;
        var because = received.IgnoredBecause is { } reason ? $", because {reason}" : string.Empty;
        await output.WriteLineAsync($"{Path.GetFileName(path)}: {received.Action ?? "no action"}: {received.Outcome.ToString().ToLowerInvariant()}{because}");
        foreach (var finding in received.Findings)
        {
            await output.WriteLineAsync($"  {finding}");
        }

        foreach (var requisition in received.Requisitions)
        {
            await output.WriteLineAsync($"  requisition: {requisition}");
        }

        await ShowFactsAsync(received.Facts);
    }

    internal async Task ShowAsync(string title, ImmutableArray<ToldFact> facts)
    {
        await output.WriteLineAsync($"{title}:");
        await ShowFactsAsync(facts);
    }

    internal async Task ShowCandidatesAsync(ITenantCrm crm, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        foreach (var candidate in _candidates)
        {
            if (await crm.FindAsync(CandidateId.From(candidate), cancellationToken: cancellationToken) is { } relationship)
            {
                await output.WriteLineAsync($"candidate {candidate}: {Describe(relationship)}");
            }
        }
    }

    internal async Task ShowSummaryAsync(Bridge bridge)
    {
        var counts = Enum.GetValues<Outcome>().Where(_counts.ContainsKey).Select(outcome => $"{_counts[outcome].ToString(CultureInfo.InvariantCulture)} {outcome.ToString().ToLowerInvariant()}");
        await output.WriteLineAsync($"{Environment.NewLine}{string.Join(", ", counts)}.");
        foreach (var subject in bridge.Waiting)
        {
            await output.WriteLineAsync($"Nothing has said yet whose {subject} is.");
        }
    }

    private static string Describe(Relationship relationship)
    {
        var overlays = relationship.Lifecycle?.Overlays;
        var words = new List<string> { relationship.Lifecycle?.Phase.ToString() ?? "no phase" };
        words.AddRange(overlays?.ContactBar is not null ? ["do not contact"] : []);
        words.AddRange(overlays?.MergedInto is { IsAssigned: true } into ? [$"merged into {into}"] : []);
        words.AddRange(overlays?.ErasedAt is not null ? ["erased"] : []);
        words.AddRange((relationship.Applications?.All ?? []).Select(Describe));
        return string.Join("; ", words);
    }

    private static string Describe(ApplicationState application)
    {
        var how = application.Ending is { } ending ? $"{ending.Disposition} {(ending.Reason.IsAssigned ? ending.Reason.Value : string.Empty)}".TrimEnd() : application.Status.ToString();
        return $"application {application.Application}: {how}{(application.Stage.IsAssigned ? $" at {application.Stage}" : string.Empty)}";
    }

    private async Task ShowFactsAsync(ImmutableArray<ToldFact> facts)
    {
        foreach (var fact in facts)
        {
            _candidates.Add(fact.Candidate.Value);
            var status = fact.Status == RecordStatus.Recorded ? string.Empty : $" ({fact.Status})";
            var findings = fact.Findings.IsEmpty ? string.Empty : $" [{string.Join(", ", fact.Findings)}]";
            await output.WriteLineAsync($"  {fact.Fact.GetType().Name} {fact.Id}{status}{findings}");
        }
    }
}
