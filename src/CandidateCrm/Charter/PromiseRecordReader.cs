using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Collects every promise of one candidate while a fold goes on; the state itself keeps only those that still run or are overdue.</summary>
internal sealed class PromiseRecordReader(CandidateId candidate) : PassObserver
{
    private readonly Dictionary<PromiseKey, PromiseRecord> _records = [];
    private readonly List<PromiseKey> _order = [];
    private int _seen;

    /// <summary>Returns the promises in the order in which they were opened, as they stand in a state that the fold ended in.</summary>
    internal IEnumerable<PromiseRecord> Standing(CharterSlice? end, ApplicationsSlice? applications)
    {
        var running = end is null ? [] : end.Promises.ToDictionary(promise => promise.Key, promise => StateOf(promise, applications));
        return _order.Select(key => _records[key] is { Standing: PromiseStanding.OpenInTime } open ? open with { Standing = Of(running, key) } : _records[key]);
    }

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        for (; _seen < result.Derived.Count; _seen++)
        {
            See(result.Derived[_seen].Entry, pass.At, pass.Draft.Applications);
        }
    }

    // A promise that neither runs nor had a verdict went with its relationship.
    private static PromiseStanding Of(Dictionary<PromiseKey, PromiseStanding> running, PromiseKey key) => running.GetValueOrDefault(key, PromiseStanding.Void);

    // What ran when its application ended is over with it for the figures, also where it is owed on; what was promised at the end or later is not.
    private static PromiseStanding StateOf(Promise promise, ApplicationsSlice? applications) => promise.State switch
    {
        PromiseState.Paused => PromiseStanding.Paused,
        PromiseState.Broken when About(promise.Key, applications) is { Ending: { } ending } && promise.OpenedAt < ending.At => PromiseStanding.Broken,
        PromiseState.Broken => PromiseStanding.OpenOverdue,
        _ => PromiseStanding.OpenInTime,
    };

    private static ApplicationState? About(PromiseKey promise, ApplicationsSlice? applications) =>
        applications?.All.FirstOrDefault(known => string.Equals(known.Application.Value, promise.Subject, StringComparison.Ordinal));

    private void See(ITimelineEntry entry, Instant at, ApplicationsSlice? applications)
    {
        switch (entry)
        {
            case PromiseOpened opened:
                Open(opened, at, applications);
                break;
            case PromiseKept kept:
                Change(kept.Promise, record => record with { Standing = PromiseStanding.Kept, WorkingTime = kept.WorkingTime });
                break;
            case PromiseBroken { ByBreach: true } breach:
                Change(breach.Promise, record => record with { Standing = PromiseStanding.Broken });
                break;
            case PromiseFulfilledLate late:
                Change(late.Promise, record => record with { Standing = PromiseStanding.Broken, WorkingTime = late.WorkingTime, WorkingOverrun = late.WorkingOverrun, WallOverrun = late.WallOverrun });
                break;
            case PromiseVoided ended:
                Change(ended.Promise, record => record with { Standing = ended.WasBroken ? PromiseStanding.Broken : PromiseStanding.Void });
                break;
            case PromiseRebased rebased:
                Change(rebased.Promise, record => record with { Version = rebased.Version });
                break;
            default:
                break;
        }
    }

    private void Open(PromiseOpened opened, Instant at, ApplicationsSlice? applications)
    {
        var about = About(opened.Promise, applications);
        _records[opened.Promise] = new PromiseRecord
        {
            Candidate = candidate,
            Promise = opened.Promise,
            Version = opened.Version,
            OpenedAt = at,
            Requisition = about?.Requisition ?? default,
            Pipeline = about?.Pipeline ?? default,
            Stage = about?.Stage ?? default,
            Standing = PromiseStanding.OpenInTime,
        };
        _order.Add(opened.Promise);
    }

    private void Change(PromiseKey promise, Func<PromiseRecord, PromiseRecord> change)
    {
        if (_records.TryGetValue(promise, out var record))
        {
            _records[promise] = change(record);
        }
    }
}
