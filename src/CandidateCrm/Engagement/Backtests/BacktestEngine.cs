using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// Says how well models would have told an outcome, from samples of the past: each is scored from what was recorded by its instant and not taken back by then, so that
/// nothing of what came later leaks into it. Needs no store; safe for concurrent use.
/// </summary>
public sealed class BacktestEngine
{
    private const int SamplesEach = 1_000;

    private readonly ImmutableArray<ScoreEngine> _engines;

    /// <summary>Prepares models, which are compared on the same samples.</summary>
    /// <exception cref="ArgumentException">There is no model.</exception>
    /// <exception cref="InvalidScoringModelException">A model has faults, or bears the key and the version of an earlier one, so that nobody could tell their results apart; those of all models are named, with the model's place, such as <c>models[1]</c>.</exception>
    public BacktestEngine(params IEnumerable<ScoringModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        ImmutableArray<ScoringModel> all = [.. models];
        if (all.IsEmpty)
        {
            throw new ArgumentException("A back-test has at least one model.", nameof(models));
        }

        ImmutableArray<ScoringModelFault> faults =
        [
            .. all.SelectMany((model, place) => ScoringModelReview.FaultsOf(model).Select(fault => fault with { Where = WhereOf(fault, place) })),
            .. all.SelectMany((model, place) => Repeat(all[..place], model).Select(fault => fault with { Where = WhereOf(fault, place) })),
        ];
        _engines = faults.IsEmpty ? [.. all.Select(model => new ScoreEngine(model))] : throw new InvalidScoringModelException(faults);
    }

    /// <summary>Gets the models, in the order in which results list them.</summary>
    public ImmutableArray<ScoringModel> Models => [.. _engines.Select(engine => engine.Model)];

    /// <summary>
    /// Returns the area under the receiver operating characteristic (ROC AUC) of labelled scores: how likely a positive has a higher score than a negative, equal scores
    /// counted half, rounded half to even at 9 decimal places. Null exactly where there is no positive or no negative. The order does not matter.
    /// </summary>
    public static decimal? RocArea(IEnumerable<LabelledScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new RankTally(scores).Area();
    }

    /// <summary>Returns what each model says of a sample, whatever its outcome.</summary>
    /// <exception cref="ArgumentException">Two touchpoints that were known bear one id, with two contents.</exception>
    public ImmutableArray<SampleScore> Score(BacktestSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Touch[] known = [.. KnownOf(sample)];
        return
        [
            .. from engine in _engines
               let path = engine.Path(known, sample.At)
               select new SampleScore { Model = engine.Model.Key, Version = engine.Model.Version, Score = path.Score, Band = path.State.Band },
        ];
    }

    /// <summary>Judges samples, each read once and then forgotten: what is kept of one does not grow with its touchpoints.</summary>
    /// <param name="samples">The samples, in any order, each subject once at an instant.</param>
    /// <param name="settings">How much is kept, and how much there must be before a figure is shown.</param>
    /// <param name="progress">Hears after every 1,000 samples, and at the end; of where the run stands once.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="ArgumentException">Two touchpoints of a sample that were known bear one id, with two contents; said of every sample, those that are not kept or not judged included.</exception>
    public BacktestReport Run(
        IEnumerable<BacktestSample> samples, BacktestSettings? settings = null, IProgress<BacktestProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (tally, told) = (Tally(settings), new ToldProgress(progress));
        foreach (var sample in samples)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(tally, sample, told);
        }

        return Report(tally, told);
    }

    /// <summary>Judges samples that come one after the other, as from a store of the host.</summary>
    /// <inheritdoc cref="Run"/>
    public async ValueTask<BacktestReport> RunAsync(
        IAsyncEnumerable<BacktestSample> samples, BacktestSettings? settings = null, IProgress<BacktestProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (tally, told) = (Tally(settings), new ToldProgress(progress));
        await foreach (var sample in samples.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(tally, sample, told);
        }

        return Report(tally, told);
    }

    internal BacktestTally Tally(BacktestSettings? settings) => new(_engines, settings ?? BacktestSettings.Default);

    private static IEnumerable<Touch> KnownOf(BacktestSample sample) => sample.Touches.Where(touch => touch.IsKnownAt(sample.At)).Select(touch => touch.Touch);

    private static string WhereOf(ScoringModelFault fault, int place)
    {
        var model = FormattableString.Invariant($"models[{place}]");
        return fault.Where.Length == 0 ? model : $"{model}.{fault.Where}";
    }

    private static IEnumerable<ScoringModelFault> Repeat(ImmutableArray<ScoringModel> earlier, ScoringModel model) =>
        earlier.Any(other => other.Key == model.Key && other.Version == model.Version)
            ? [ScoringModelReview.Fault(ScoringModelFaultCodes.ModelRepeated, string.Empty, $"An earlier model is {model.Key} in version {model.Version}, too; give one of them another version or key.")]
            : [];

    private static void Take(BacktestTally tally, BacktestSample sample, ToldProgress progress)
    {
        ArgumentNullException.ThrowIfNull(sample);

        // Who stays depends on who comes later; whether a sample is one must not.
        Touch[] known = [.. KnownOf(sample)];
        TouchSelection.Check(known);
        if (sample.Outcome is { } isPositive)
        {
            tally.Add(sample.Subject, sample.At, isPositive, model => Judge(tally.Engines[model], known, sample.At));
        }
        else
        {
            tally.AddCensored();
        }

        if (tally.Samples % SamplesEach == 0)
        {
            progress.Tell(new BacktestProgress { Samples = tally.Samples });
        }
    }

    private static SampleVerdict Judge(ScoreEngine engine, Touch[] known, Instant at)
    {
        var path = engine.Path(known, at);
        return new SampleVerdict(path.Score, engine.Plan.IndexOf(path.State.Band));
    }

    private static BacktestReport Report(BacktestTally tally, ToldProgress progress)
    {
        progress.Tell(new BacktestProgress { Samples = tally.Samples });
        return tally.Report();
    }
}
