using CandidateCrm.Engagement;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Reads one score of a candidate. Of whom nothing counted yet it is that of nobody, in the lowest band; of sums of another version there is none.</summary>
internal sealed class ScoreField(ScoringModel model)
{
    private readonly ScoreEngine _engine = new(model);

    internal decimal? ValueOf(CandidateView view) =>
        StateOf(view) is { } state ? _engine.Score(state, state.SeenUntil is { } seen ? Instant.Max(seen, view.At) : view.At) : null;

    internal string? BandOf(CandidateView view) => StateOf(view)?.Band is { IsAssigned: true } band ? band.Value : null;

    private ScoreState? StateOf(CandidateView view) => view.Relationship.Engagement?.Find(model.Key) switch
    {
        null => _engine.Empty,
        { State: var state } when state.ModelVersion == model.Version => state,
        _ => null,
    };
}
