using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>
/// Answers one <see cref="InsightsQuestion"/> over application paths in one pass: add paths as they are read, merge what was
/// counted elsewhere, ask for the report at any time. Any order of paths and any partition, be it through the applications of one
/// candidate, gives the same report. Keeps the durations, since percentiles are exact: some 16 bytes for each. Not safe for
/// concurrent use: one per worker, then merge.
/// </summary>
public sealed class PathInsights
{
    private readonly InsightsQuestion _question;
    private readonly Func<Instant, Instant, Duration> _elapsed;
    private readonly PathMeasure _measure;
    private readonly FunnelEngine _funnel;
    private readonly CompetingRisks _risks;
    private readonly StepTally _steps;
    private readonly VariantTally _variants = new();
    private readonly ReturningTally _returning = new();
    private readonly List<Duration> _responses = [];
    private readonly List<Duration> _throughputs = [];
    private readonly List<Duration>[] _spans;

    /// <summary>Starts with no application.</summary>
    /// <param name="question">What to report.</param>
    /// <param name="elapsed">
    /// Measures between exact instants; the wall clock by default. A working calendar gives working time. A time that begins or
    /// ends with a date alone is the difference of the dates, by any measure.
    /// </param>
    public PathInsights(InsightsQuestion question, Func<Instant, Instant, Duration>? elapsed = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        _question = question;
        _elapsed = elapsed ?? WallTime.Elapsed;
        _measure = new PathMeasure(_elapsed);
        _funnel = new FunnelEngine(question.Funnel);
        _risks = new CompetingRisks(question.AsOf, _elapsed, question.Limits);
        _steps = new StepTally(_measure);
        _spans = [.. question.Spans.Select(_ => new List<Duration>())];
    }

    /// <summary>Counts one application as it stood at the instant asked for; one made later is not counted.</summary>
    public void Add(ApplicationPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.AsOf(_question.AsOf) is not { } known)
        {
            return;
        }

        var steps = known.Steps;
        _funnel.Add(known);
        _risks.Add(known);
        _steps.Add(known);
        _variants.Add(steps);
        _returning.Add(known);
        Measure(_responses, known, PathTimes.FirstResponse(steps));
        Measure(_throughputs, known, steps.IsEmpty ? null : (steps[0], steps[^1]));
        for (var i = 0; i < _spans.Length; i++)
        {
            Measure(_spans[i], known, PathTimes.Of(_question.Spans[i], steps));
        }
    }

    /// <summary>Adds what another engine with the same question has counted; the other stays as it is.</summary>
    /// <exception cref="ArgumentException">The other answers another question or measures otherwise.</exception>
    public void Merge(PathInsights other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!_question.AsksTheSameAs(other._question) || _elapsed != other._elapsed)
        {
            throw new ArgumentException("Only answers to the same question, by the same measure, merge.", nameof(other));
        }

        _funnel.Merge(other._funnel);
        _risks.Merge(other._risks);
        _steps.Merge(other._steps);
        _variants.Merge(other._variants);
        _returning.Merge(other._returning);
        _responses.AddRange(other._responses);
        _throughputs.AddRange(other._throughputs);
        for (var i = 0; i < _spans.Length; i++)
        {
            _spans[i].AddRange(other._spans[i]);
        }
    }

    /// <summary>Reports what was counted so far; more may be added afterwards.</summary>
    public InsightsReport Report() => new()
    {
        Question = _question,
        Events = _steps.Events,
        Funnel = _funnel.Report(),
        Risks = _risks.Report(),
        Steps = _steps.Steps(),
        Actors = _steps.Actors(),
        Variants = _variants.Report(_question.TopVariants),
        FirstResponse = Percentiles.Summarize(_responses, _question.Limits),
        Throughput = Percentiles.Summarize(_throughputs),
        Spans = [.. _spans.Select((durations, i) => new SpanTime
        {
            Span = _question.Spans[i],
            Time = Percentiles.Summarize(durations, _question.Limits),
        })],
        Returning = _returning.Report(),
    };

    private void Measure(List<Duration> durations, ApplicationPath path, (PathStep From, PathStep To)? time)
    {
        if (time is { } between)
        {
            durations.Add(_measure.Between(between.From, between.To, path.Zone));
        }
    }
}
