using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>One import: reads a page, sorts it by candidate, and records each candidate's facts in one commit.</summary>
internal sealed class Import(Recorder recorder, TenantId tenant, ActivationLog log, IClock clock, ImportOptions options)
{
    private readonly List<(long Number, TimelineEvent Event)> _page = [];
    private readonly ImmutableArray<ImportRefusal>.Builder _refusals = ImmutableArray.CreateBuilder<ImportRefusal>();
    private readonly SortedDictionary<string, long> _findings = new(StringComparer.Ordinal);
    private ImportProgress _progress;
    private long _read;
    private long _refused;
    private bool _isReading = true;

    internal async ValueTask<ImportReport> RunAsync(IAsyncEnumerable<HostFact> facts, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.import");
        var cancelled = false;
        try
        {
            await foreach (var fact in facts.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                _isReading = false;
                Take(fact);
                if (_page.Count >= options.PageSize)
                {
                    await CommitPageAsync(progress, cancellationToken).ConfigureAwait(false);
                }

                _isReading = true;
            }

            _isReading = false;
            await CommitPageAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            cancelled = true;
        }
        catch (Exception) when (_isReading)
        {
            // What was read before the source failed is valid: it goes in, and the failure stays the caller's.
            await CommitPageAsync(progress, cancellationToken).ConfigureAwait(false);
            throw;
        }

        return new ImportReport
        {
            Progress = _progress,
            Cancelled = cancelled,
            Refusals = _refusals.ToImmutable(),
            Findings = _findings.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private void Take(HostFact? fact)
    {
        _read++;
        if (_read <= options.Skip)
        {
            return;
        }

        var (admitted, refusal) = Door.Admit(tenant, fact, clock.GetCurrentInstant(), log);
        if (admitted is not null)
        {
            _page.Add((_read, admitted));
            return;
        }

        CrmDiagnostics.FactDone(RecordStatus.Refused);
        _refused++;
        if (_refusals.Count < options.KeptRefusals)
        {
            _refusals.Add(new ImportRefusal { Number = _read, Event = fact?.EventId ?? default, Refusal = refusal! });
        }
    }

    private async ValueTask CommitPageAsync(IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var candidate in _page.GroupBy(p => p.Event.Relationship))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var events = candidate.Select(p => p.Event).ToArray();
            Count(events, await recorder.RecordAsync(candidate.Key, events, RecordTerms.Import(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false));
        }

        _page.Clear();
        _progress = _progress with { Read = _read, Refused = _refused };
        progress?.Report(_progress);
    }

    private void Count(TimelineEvent[] events, Recording recording)
    {
        long recorded = 0, repeated = 0, reused = 0;
        foreach (var one in events)
        {
            var status = recording.StatusOf(one);
            CrmDiagnostics.FactDone(status);
            switch (status)
            {
                case RecordStatus.Recorded:
                    recorded++;
                    break;
                case RecordStatus.Repeated:
                    repeated++;
                    break;
                default:
                    reused++;
                    break;
            }
        }

        _progress = _progress with
        {
            Recorded = _progress.Recorded + recorded,
            Repeated = _progress.Repeated + repeated,
            IdReused = _progress.IdReused + reused,
        };
        foreach (var finding in recording.Written?.Followed.Select(e => e.Entry).OfType<FindingNoted>() ?? [])
        {
            _findings[finding.Code] = _findings.GetValueOrDefault(finding.Code) + 1;
        }
    }
}
