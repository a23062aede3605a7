using System.Collections.Immutable;
using CandidateCrm.Insights;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>
/// Counts promises for a report card. Tallies of different promises can be made side by side and added up: the report is the same as that of one tally of
/// all of them, in any order. Not safe for concurrent use.
/// </summary>
public sealed class ReportCardTally(CharterQuestion question, DateTimeZone zone)
{
    private readonly Dictionary<ReportGroup, Counts> _groups = [];

    /// <summary>Counts one promise, unless it was opened outside the time asked for. Each promise is told once.</summary>
    public void Add(PromiseRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (question.Counts(record))
        {
            Of(GroupOf(record)).Add(record);
        }
    }

    /// <summary>Adds what another tally of the same question counted.</summary>
    public void Add(ReportCardTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (group, counts) in other._groups)
        {
            Of(group).Add(counts);
        }
    }

    /// <summary>Makes the report.</summary>
    /// <param name="expectations">Those of the rules: each has a line, also where nothing was promised; the others stand last.</param>
    /// <param name="asOf">As of when the promises were judged.</param>
    public ReportCard Report(ImmutableArray<Expectation> expectations, Instant asOf)
    {
        ImmutableArray<ExpectationKey> order = [.. expectations.Select(expectation => expectation.Key)];
        var heard = _groups.Keys.Select(group => group.Expectation).ToHashSet();
        var silent = expectations.Where(expectation => !heard.Contains(expectation.Key))
            .Select(expectation => new ReportGroup { Expectation = expectation.Key, Version = Asks(ReportDimension.Version) ? expectation.Version : 0 });
        return new ReportCard
        {
            AsOf = asOf,
            From = question.From,
            To = question.To,
            Lines =
            [
                .. _groups.Keys.Concat(silent)
                    .OrderBy(group => order.IndexOf(group.Expectation) is var place and >= 0 ? place : order.Length)
                    .ThenBy(group => group.Expectation.Value, StringComparer.Ordinal)
                    .ThenBy(group => group.Version)
                    .ThenBy(group => group.Month)
                    .ThenBy(group => group.ToString(), StringComparer.Ordinal)
                    .Select(group => _groups.GetValueOrDefault(group, Counts.None).Line(group)),
            ],
        };
    }

    private ReportGroup GroupOf(PromiseRecord record) => new()
    {
        Expectation = record.Promise.Expectation,
        Version = Asks(ReportDimension.Version) ? record.Version : 0,
        Owner = Asks(ReportDimension.Owner) && question.OwnerOf is { } ownerOf ? ownerOf(record) : default,
        Requisition = Asks(ReportDimension.Requisition) ? record.Requisition : default,
        Pipeline = Asks(ReportDimension.Pipeline) ? record.Pipeline : default,
        Stage = Asks(ReportDimension.Stage) ? record.Stage : default,
        Month = Asks(ReportDimension.Month) ? record.OpenedAt.InZone(zone).Date.ToYearMonth() : null,
    };

    private bool Asks(ReportDimension dimension) => question.By.Contains(dimension);

    private Counts Of(ReportGroup group)
    {
        if (!_groups.TryGetValue(group, out var counts))
        {
            _groups[group] = counts = new Counts();
        }

        return counts;
    }

    private sealed class Counts
    {
        private readonly long[] _byStanding = new long[(int)PromiseStanding.Void + 1];
        private readonly List<Duration> _took = [];
        private readonly List<Duration> _working = [];
        private readonly List<Duration> _wall = [];

        internal static Counts None { get; } = new();

        internal void Add(PromiseRecord record)
        {
            _byStanding[(int)record.Standing]++;
            Put(_took, record.WorkingTime);
            Put(_working, record.WorkingOverrun);
            Put(_wall, record.WallOverrun);
        }

        internal void Add(Counts other)
        {
            for (var i = 0; i < _byStanding.Length; i++)
            {
                _byStanding[i] += other._byStanding[i];
            }

            _took.AddRange(other._took);
            _working.AddRange(other._working);
            _wall.AddRange(other._wall);
        }

        internal ReportCardLine Line(ReportGroup group)
        {
            var (kept, broken, overdue) = (Of(PromiseStanding.Kept), Of(PromiseStanding.Broken), Of(PromiseStanding.OpenOverdue));
            return new ReportCardLine
            {
                Group = group,
                Kept = kept,
                Broken = broken,
                OpenOverdue = overdue,
                OpenInTime = Of(PromiseStanding.OpenInTime),
                Paused = Of(PromiseStanding.Paused),
                Void = Of(PromiseStanding.Void),
                WorkingTime = Percentiles.Summarize(_took),
                WorkingOverrun = Percentiles.Summarize(_working),
                WallOverrun = Percentiles.Summarize(_wall),
                Interval = WilsonInterval.Of(kept, kept + broken + overdue),
            };
        }

        private long Of(PromiseStanding standing) => _byStanding[(int)standing];

        private static void Put(List<Duration> times, Duration? time)
        {
            if (time is { } known)
            {
                times.Add(known);
            }
        }
    }
}
