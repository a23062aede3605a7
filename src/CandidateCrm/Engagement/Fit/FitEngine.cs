using System.Collections.Immutable;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How well candidates match one model. Pure and safe for concurrent use; it needs no store and no registration.</summary>
/// <typeparam name="T">What the rules of the model are about.</typeparam>
public sealed class FitEngine<T>
{
    // Rules look a year ahead and back, and their calendar ends with the years -9998 and 9999.
    private static readonly Instant Earliest = Instant.FromUtc(-9996, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9997, 12, 31, 0, 0);

    private readonly ImmutableArray<(FitCriterion Criterion, SegmentPredicate<T> Rule)> _criteria;
    private readonly Dictionary<(BandKey Fit, BandKey Engagement), FitCellKey> _cells;

    /// <summary>Initializes the engine.</summary>
    /// <param name="model">The model.</param>
    /// <param name="schema">The fields that its rules name.</param>
    /// <param name="terms">What the rules are judged by beside the schema.</param>
    /// <exception cref="InvalidFitModelException">The model has faults; all of them are listed.</exception>
    public FitEngine(FitModel model, SegmentSchema<T> schema, SegmentTerms terms)
        : this(Faultless(model, schema, terms), criterion => schema.Compile(criterion.Rule, terms))
    {
    }

    /// <summary>Initializes the engine of a model that was reviewed.</summary>
    internal FitEngine(FitModel model, Func<FitCriterion, SegmentPredicate<T>> compile)
    {
        Model = model;
        _criteria = [.. model.Criteria.Select(criterion => (criterion, compile(criterion)))];
        JustifiedUntil = _criteria.Min(each => each.Rule.JustifiedUntil);
        _cells = model.Matrix.ToDictionary(cell => (cell.Fit, cell.Engagement), cell => cell.Name);
    }

    /// <summary>Gets the model.</summary>
    public FitModel Model { get; }

    /// <summary>Gets when the first justification of a proxy ends, so that the engine must not be used from then on; null where no rule uses a proxy.</summary>
    public Instant? JustifiedUntil { get; }

    /// <summary>Says how well a candidate matches.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="now">The instant from which relative times are seen; one before the year -9996 or after 9997 is taken for the nearest within them.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="memberships">Who is in which segment; needed where a rule refers to segments.</param>
    /// <exception cref="InvalidOperationException">A rule refers to segments, and nothing says who is in them.</exception>
    public FitAnswer Ask(T candidate, Instant now, DateTimeZone zone, Func<T, SegmentKey, bool>? memberships = null) =>
        Answer(rule => Judge(rule, candidate, (Instant.Max(Earliest, Instant.Min(now, Latest)), zone), memberships));

    /// <summary>Answers for somebody of whom nothing is known: every criterion is unknown.</summary>
    internal FitAnswer AskOfNobody() => Answer(_ => null);

    /// <summary>Puts fit and engagement side by side.</summary>
    /// <param name="fit">An answer of this engine.</param>
    /// <param name="engagement">The band of the score that the model names; null for none.</param>
    public FitStanding Place(FitAnswer fit, BandKey? engagement)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return new FitStanding
        {
            Fit = fit,
            Engagement = engagement,
            Cell = fit.Band is { } band && engagement is { } warmth && _cells.TryGetValue((band, warmth), out var cell) ? cell : null,
        };
    }

    private FitAnswer Answer(Func<SegmentPredicate<T>, bool?> judge)
    {
        var answer = new FitAnswer
        {
            Model = Model.Key,
            Version = Model.Version,
            Lines = [.. _criteria.Select(each => new FitLine
            {
                Criterion = each.Criterion.Key,
                Points = each.Criterion.Points,
                Outcome = judge(each.Rule) switch { true => FitOutcome.Met, false => FitOutcome.Missed, null => FitOutcome.Unknown },
                Justifications = [.. each.Rule.Proxies.Select(proxy => proxy.Justification!).Distinct()],
            })],
        };
        return answer with { Band = BandOf(answer) };
    }

    private static FitModel Faultless(FitModel model, SegmentSchema<T> schema, SegmentTerms terms)
    {
        var faults = FitReview.FaultsOf(model, schema, terms);
        return faults.IsEmpty ? model : throw new InvalidFitModelException(faults);
    }

    private static bool? Judge(SegmentPredicate<T> rule, T candidate, (Instant Now, DateTimeZone Zone) at, Func<T, SegmentKey, bool>? memberships) =>
        rule.References.IsEmpty ? rule.Judge(candidate, at.Now, at.Zone) : rule.At(at.Now, at.Zone, memberships).Judge(candidate);

    /// <summary>Compares points with points, so that no quotient is rounded across a threshold.</summary>
    private BandKey? BandOf(FitAnswer answer)
    {
        var (earned, possible) = (100 * answer.Earned, answer.Possible);
        return Model.Bands.LastOrDefault(band => band.From is not { } from || earned >= from * possible)?.Key;
    }
}
