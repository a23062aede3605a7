using System.Collections.Immutable;
using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Segments.Indexing;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// All candidates of one version of an index, at one instant in one zone. Each answer is the one that asking every candidate by <see cref="SegmentPredicate{T}.Holds"/> would give. Safe
/// for concurrent use.
/// </summary>
/// <typeparam name="T">What the rules are about.</typeparam>
public sealed class SegmentPopulation<T>
{
    private readonly SegmentIndex<T> _index;
    private readonly IndexVersion<T> _version;
    private readonly Instant _now;
    private readonly DateTimeZone _zone;
    private readonly SegmentSurroundings<T> _surroundings;
    private readonly Lanes _lanes;

    internal SegmentPopulation(SegmentIndex<T> index, (Instant Now, DateTimeZone Zone) at, SegmentSurroundings<T> surroundings, Lanes lanes)
    {
        (_index, _version, _surroundings, _lanes) = (index, index.Version, surroundings, lanes);
        (_now, _zone) = at;
    }

    /// <summary>Gets the version that is asked.</summary>
    public IndexStamp Stamp => _version.Stamp;

    /// <summary>Counts who is in.</summary>
    /// <exception cref="ArgumentException">A rule is over another schema than the index.</exception>
    /// <exception cref="InvalidOperationException">A rule refers to a segment of which nobody said who is in it, or that refers to itself.</exception>
    public SegmentSize Count(SegmentPredicate<T> rule)
    {
        var sizes = CountEach([rule]);
        return new SegmentSize { Members = sizes.Members[0], Stamp = sizes.Stamp, RowByRow = sizes.RowByRow };
    }

    /// <summary>Counts who is in each of many rules. What they have in common is evaluated once.</summary>
    /// <inheritdoc cref="Count" path="/exception"/>
    public SegmentSizes CountEach(IReadOnlyList<SegmentPredicate<T>> rules)
    {
        var (frame, steps) = Prepare(rules);
        var members = new int[steps.Length];
        foreach (var chunk in _version.Chunks)
        {
            frame.Run(chunk.Table, chunk);
            for (var rule = 0; rule < steps.Length; rule++)
            {
                members[rule] += Bits.Count(frame.Of(steps[rule]));
            }
        }

        return new SegmentSizes { Members = [.. members], Stamp = Stamp, RowByRow = frame.AllRowByRow() };
    }

    /// <summary>Reads a page of who is in.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="max">The largest number of ids: 1 to 10,000.</param>
    /// <inheritdoc cref="Count" path="/exception"/>
    public SegmentPage Members(SegmentPredicate<T> rule, string? after = null, int max = 1_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, 10_000);
        var (frame, steps) = Prepare([rule]);
        var members = ImmutableArray.CreateBuilder<string>();
        foreach (var chunk in _version.Chunks)
        {
            var row = after is null ? 0 : chunk.Keys.After(after);
            if (row == chunk.Rows)
            {
                continue;
            }

            frame.Run(chunk.Table, chunk);
            var bits = frame.Of(steps[0]);
            for (row = Bits.Next(bits, row); row >= 0 && members.Count <= max; row = Bits.Next(bits, row + 1))
            {
                members.Add(chunk.Keys[row]);
            }

            if (members.Count > max)
            {
                members.RemoveAt(max); // it only says that there is another page
                return new SegmentPage { Next = members[^1], Members = members.ToImmutable(), Stamp = Stamp, RowByRow = frame.AllRowByRow() };
            }
        }

        return new SegmentPage { Next = null, Members = members.ToImmutable(), Stamp = Stamp, RowByRow = frame.AllRowByRow() };
    }

    /// <summary>Counts who is in each two of several rules.</summary>
    /// <inheritdoc cref="Count" path="/exception"/>
    public SegmentOverlap Overlap(IReadOnlyList<SegmentPredicate<T>> rules)
    {
        var (frame, steps) = Prepare(rules);
        var common = new int[steps.Length, steps.Length];
        foreach (var chunk in _version.Chunks)
        {
            frame.Run(chunk.Table, chunk);
            Bits.CountCommon(frame, steps, common);
        }

        var rows = Enumerable.Range(0, steps.Length).Select(one => Enumerable.Range(0, steps.Length).Select(other => common[Math.Min(one, other), Math.Max(one, other)]).ToImmutableArray());
        return new SegmentOverlap { Common = [.. rows], Stamp = Stamp, RowByRow = frame.AllRowByRow() };
    }

    /// <summary>Says what a rule comes to that nobody saved yet.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="sample">How many of the members to name: 0 to 1,000.</param>
    /// <inheritdoc cref="Count" path="/exception"/>
    public SegmentPreview Preview(SegmentPredicate<T> rule, int sample = 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sample, 1_000);
        var (frame, steps) = Prepare([rule]);
        var found = new List<ulong[]>();
        foreach (var chunk in _version.Chunks)
        {
            frame.Run(chunk.Table, chunk);
            found.Add(frame.Of(steps[0]).ToArray());
        }

        var members = found.Sum(bits => Bits.Count(bits));
        return new SegmentPreview { Members = members, Sample = Spread(found, members, Math.Min(sample, members)), Stamp = Stamp, RowByRow = frame.AllRowByRow() };
    }

    /// <summary>Ranks who is in by a number, the largest first.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="count">How many to return: 1 to 10,000.</param>
    /// <param name="field">The number's field.</param>
    /// <inheritdoc cref="Count" path="/exception"/>
    public SegmentRanking Top(SegmentPredicate<T> rule, int count, string field)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 10_000);
        var (frame, steps) = Prepare([rule]);
        var ranking = new TopRanking<T>(_index, field, count, _now);
        for (var at = 0; at < _version.Chunks.Length; at++)
        {
            var chunk = _version.Chunks[at];
            frame.Run(chunk.Table, chunk);
            ranking.Take(chunk, frame.Of(steps[0]), _lanes);
        }

        return new SegmentRanking { Members = ranking.Result(), Stamp = Stamp, RowByRow = frame.AllRowByRow() + ranking.RowByRow };
    }

    private (IndexFrame Frame, int[] Steps) Prepare(IReadOnlyList<SegmentPredicate<T>> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var terms = new ProgramTerms<T> { Schema = _index.Schema, Now = _now, Moving = _index.Moving, Segments = _surroundings.Segments, Memberships = _surroundings.Memberships, Kept = _surroundings.Kept };
        var program = new IndexProgram(_index.Schema);
        var maker = new ProgramMaker<T>(program, terms, isTop: true);
        int[] steps = [.. rules.Select(rule => Checked(rule).Rule.Accept(maker))];
        var moment = terms.Plan.At(new LocalCalendar(_now, _zone, _index.Schema.WeekStart), memberships: null);
        return (new IndexFrame(program, _lanes, moment), steps);
    }

    private SegmentPredicate<T> Checked(SegmentPredicate<T> rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return ReferenceEquals(rule.Schema, _index.Schema) ? rule : throw new ArgumentException("The rule is over another schema than the index.", nameof(rule));
    }

    private ImmutableArray<string> Spread(List<ulong[]> found, int members, int sample)
    {
        var names = ImmutableArray.CreateBuilder<string>(sample);
        var passed = 0;
        for (var chunk = 0; chunk < found.Count && names.Count < sample; chunk++)
        {
            for (var row = Bits.Next(found[chunk], 0); row >= 0 && names.Count < sample; row = Bits.Next(found[chunk], row + 1))
            {
                if (passed++ == (long)names.Count * members / sample)
                {
                    names.Add(_version.Chunks[chunk].Keys[row]);
                }
            }
        }

        return names.DrainToImmutable();
    }
}
