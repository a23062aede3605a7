using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Insights;

/// <summary>
/// Turns the facts of one candidate, in the order of the line, into the ways of the applications: one step for each fact about one. It looks on while the applications are folded, so that
/// what an application is, when it ended and which of two that were merged goes on is never said otherwise than in the state. What was never submitted nor hired is none, and what was deleted or told
/// twice under two ids neither.
/// </summary>
internal sealed class PathReader : PassObserver
{
    // What holds a person back decides whether an offer or a draft runs out.
    private static readonly RelationshipEngine Engine = new([new CandidatesReaction(), new ApplicationsAsToldReaction()]);

    private readonly Dictionary<JobApplicationId, PathWalk> _walks = [];
    private ApplicationsSlice? _known;

    private PathReader()
    {
    }

    /// <summary>Reads the ways of the applications of one candidate.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="line">What was told, and perhaps what followed, in any order.</param>
    /// <param name="log">The tenant's rules.</param>
    internal static ImmutableArray<ApplicationPath> Read(RelationshipKey key, IEnumerable<TimelineEvent> line, ActivationLog log)
    {
        var reader = new PathReader();
        Engine.Observed(key, [.. line.Where(one => one.Class != EntryClass.Derived)], log, reader);
        return
        [
            .. from state in reader._known?.All ?? []
               where IsApplication(state) && reader._walks.ContainsKey(state.Application)
               select reader._walks[state.Application].Path(key.Candidate, state),
        ];
    }

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        var known = _known;
        _known = pass.Draft.Applications;
        if (ReferenceEquals(known, _known) && terms.Cause?.Entry is not IApplicationFact)
        {
            return;
        }

        Join(known);
        if (terms is { Cause: { } cause, IsMute: false })
        {
            Follow(pass, cause, known);
        }

        foreach (var state in _known?.All ?? [])
        {
            _walks.GetValueOrDefault(state.Application)?.Settle(state, terms.Cause?.Precision ?? Precision.Instant);
        }
    }

    private static bool IsApplication(ApplicationState state) => state.IsLive || state.Ending is { From: ApplicationStatus.Live } or { Disposition: Disposition.Hired };

    /// <summary>Lets go on, of two that were merged, the way of the one whose process does.</summary>
    private void Join(ApplicationsSlice? known)
    {
        foreach (var gone in known?.All ?? [])
        {
            if (_known?.All.Any(state => state.Application == gone.Application) == true || !_walks.Remove(gone.Application, out var walk) || _known?.Find(gone.Application) is not { } joined)
            {
                continue;
            }

            var stays = known!.All.FirstOrDefault(state => state.Application == joined.Application);
            var own = _walks.GetValueOrDefault(joined.Application);
            _walks[joined.Application] = own is null || stays is null || ApplicationJoin.TakesOver(stays, gone) ? walk.After(own) : own.After(walk);
        }
    }

    private void Follow(FoldPass pass, TimelineEvent cause, ApplicationsSlice? known)
    {
        if (cause.Entry is RequisitionClosed)
        {
            foreach (var state in (_known?.All ?? []).Where(state => state.Ending is not null && known?.Find(state.Application) is { Ending: null }))
            {
                _walks.GetValueOrDefault(state.Application)?.Step(PathSteps.Of(Disposition.PositionClosed), cause);
            }
        }
        else if (cause.Entry is IApplicationFact fact && _known?.Find(fact.Application) is { } state)
        {
            if (!_walks.TryGetValue(state.Application, out var walk))
            {
                _walks[state.Application] = walk = new PathWalk(pass.Rules.Rules.Zone);
            }

            Follow(pass, cause, walk, (fact, known?.Find(fact.Application), state));
        }
    }

    private static void Follow(FoldPass pass, TimelineEvent cause, PathWalk walk, (IApplicationFact Fact, ApplicationState? Before, ApplicationState After) told)
    {
        var (fact, before, after) = told;
        switch (fact)
        {
            // What clears away the second id of an application leaves the application.
            case ApplicationRemoved or ApplicationEnded { Disposition: Disposition.Duplicate } when after.Application != fact.Application && after.Ending is null && after.Status != ApplicationStatus.Removed:
                break;
            case ApplicationRemoved when after.Status == ApplicationStatus.Removed:
                walk.Clear();
                break;
            case StageEntered entered:
                walk.Step(entered.Stage, cause);
                break;
            case OfferMade:
                walk.Step(PathSteps.Offer, cause);
                break;
            case ApplicationEnded ended:
                walk.Step(PathSteps.Of(ended.Disposition), cause);
                break;
            case CandidateHired:
                walk.Step(PathSteps.Of(Disposition.Hired), cause);
                break;
            default:
                if (Begins(fact, before, after))
                {
                    walk.Step(pass.Rules.FindPipeline(after.Pipeline, after.Requisition)?.Stages[0].Key ?? PathSteps.Submitted, cause);
                }

                break;
        }
    }

    /// <summary>Says whether a fact is the submission of an application, or comes to the same; a second click is not.</summary>
    private static bool Begins(IApplicationFact fact, ApplicationState? before, ApplicationState after) => fact switch
    {
        ApplicationSubmitted when before is { Status: ApplicationStatus.Live or ApplicationStatus.Ended } => before.SubmittedAt is null,
        ApplicationSubmitted => after.Application == (before?.Application ?? fact.Application),
        ProspectConverted => before is not { IsLive: true },
        ApplicationCopied => before is null,
        _ => false,
    };
}
