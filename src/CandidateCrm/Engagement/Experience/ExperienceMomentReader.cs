using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Finds the moments of a timeline: in its facts the outcomes and the answers to surveys, in what follows from it the promises.</summary>
/// <param name="model">How good or bad moments are.</param>
/// <param name="facts">The facts that were not taken back.</param>
/// <param name="outcomes">Which of them the candidate lived through.</param>
internal sealed class ExperienceMomentReader(ExperienceModel model, List<TimelineEvent> facts, OutcomeReader outcomes)
{
    private static readonly FactCode ApplicationField = FactCode.From("application");

    private readonly List<ExperienceMoment> _moments = [];
    private readonly ExperienceOutcomes _told = new();
    private readonly Dictionary<PromiseKey, Instant> _opened = [];

    /// <summary>Returns the moments in order of time and id.</summary>
    internal List<ExperienceMoment> Read(IEnumerable<TimelineEvent> derived)
    {
        foreach (var fact in facts.Where(outcomes.IsLived))
        {
            Take(fact);
        }

        foreach (var one in derived)
        {
            Follow(one);
        }

        return [.. _moments.OrderBy(moment => moment.At).ThenBy(moment => moment.Id.Value, StringComparer.Ordinal)];
    }

    private void Take(TimelineEvent fact)
    {
        switch (fact.Entry)
        {
            case ApplicationEnded { Disposition: Disposition.Rejected } rejected:
                Conclude(fact, rejected.Application, MomentKinds.Rejected, rejected.Reason);
                break;
            case ApplicationEnded { Disposition: Disposition.PositionClosed } closed:
                Conclude(fact, closed.Application, MomentKinds.PositionClosed, closed.Reason);
                break;
            case CandidateHired hired:
                Conclude(fact, hired.Application, MomentKinds.Hired, default);
                break;
            case OfferMade made:
                Offer(fact, made, MomentKinds.OfferMade, default);
                break;
            case OfferWithdrawn withdrawn:
                Offer(fact, withdrawn, MomentKinds.OfferWithdrawn, withdrawn.Reason);
                break;
            case ApplicationReopened reopened:
                _told.Reopen(reopened.Application);
                break;
            case CustomFact custom:
                Answer(fact, custom);
                break;
            default:
                break;
        }
    }

    private void Follow(TimelineEvent derived)
    {
        switch (derived.Entry)
        {
            case PromiseOpened opened:
                _opened[opened.Promise] = derived.OccurredAt;
                break;
            case PromiseKept kept:
                Judge(derived, kept.Promise, MomentKinds.PromiseKept);
                break;
            case PromiseBroken broken:
                Judge(derived, broken.Promise, !broken.ByBreach && IsSilent(broken.Promise, broken.DueAt) ? MomentKinds.SilentDeadline : MomentKinds.PromiseBroken);
                break;
            default:
                break;
        }
    }

    /// <summary>Notes an outcome; told a second time, it is no second moment.</summary>
    private void Conclude(TimelineEvent fact, JobApplicationId application, MomentKind kind, ReasonCode reason)
    {
        if (_told.IsNewEnding(application, kind))
        {
            Note(fact, kind, About(reason), application);
        }
    }

    private void Offer(TimelineEvent fact, IOfferFact offer, MomentKind kind, ReasonCode reason)
    {
        if (_told.IsNewOffer(offer, kind))
        {
            Note(fact, kind, About(reason), offer.Application);
        }
    }

    private static FactCode About(ReasonCode reason) => reason.IsAssigned && FactCode.TryFrom(reason.Value, out var about) ? about : default;

    private void Judge(TimelineEvent derived, PromiseKey promise, MomentKind kind) =>
        Note(derived, kind, FactCode.TryFrom(promise.Expectation.Value, out var about) ? about : default, ApplicationOf(promise));

    private void Answer(TimelineEvent fact, CustomFact custom)
    {
        if (SurveyAnswers.Of(model, custom) is var (scale, answer))
        {
            var application = SurveyAnswers.Find(custom, ApplicationField) is { Type: AttributeType.Text } id && JobApplicationId.TryFrom(id.AsText, out var named) ? named : default;
            Add(fact, MomentKinds.SurveyAnswered, custom.Code, application, scale.ValenceOf(answer));
        }
    }

    private void Note(TimelineEvent one, MomentKind kind, FactCode about, JobApplicationId application)
    {
        if (model.ValenceOf(kind, about) is { } valence)
        {
            Add(one, kind, about, application, valence);
        }
    }

    private void Add(TimelineEvent one, MomentKind kind, FactCode about, JobApplicationId application, decimal valence) =>
        _moments.Add(new ExperienceMoment { Id = one.Id, At = one.OccurredAt, Valence = valence, Kind = kind, About = about, Application = application });

    /// <summary>Says that nobody was in touch about what was promised, from its opening to its due time.</summary>
    private bool IsSilent(PromiseKey promise, Instant dueAt)
    {
        var application = ApplicationOf(promise);
        return _opened.TryGetValue(promise, out var openedAt)
            && !facts.Any(fact => fact.OccurredAt >= openedAt && fact.OccurredAt <= dueAt && IsInTouch(fact.Entry, application));
    }

    private static bool IsInTouch(ITimelineEntry entry, JobApplicationId application) => entry switch
    {
        TouchpointRecorded touch => !touch.Automated
            && (touch.Direction == Direction.Outbound || touch.Kind == TouchKinds.CallHeld || touch.Kind == TouchKinds.MeetingHeld)
            && (!application.IsAssigned || !touch.Application.IsAssigned || touch.Application == application),
        InterviewHeld interview => !application.IsAssigned || interview.Application == application,
        _ => false,
    };

    private static JobApplicationId ApplicationOf(PromiseKey promise) =>
        promise.Subject != PromiseKey.WholeRelationship && JobApplicationId.TryFrom(promise.Subject, out var application) ? application : default;
}
