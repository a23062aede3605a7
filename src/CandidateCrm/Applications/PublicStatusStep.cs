using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Keeps what candidates see of their applications: follows every move, and waits for what has to come first.</summary>
internal static class PublicStatusStep
{
    private static readonly ReasonCode Reopened = ReasonCode.From("reopened");
    private static readonly ReasonCode Ended = ReasonCode.From("ended");
    private static readonly ReasonCode Moved = ReasonCode.From("transferred");
    private static readonly ReasonCode Merged = ReasonCode.From("merged");

    /// <summary>Follows a fact about an application. Drafts and prospects show nothing.</summary>
    internal static ApplicationState Follow(FoldPass pass, ApplicationState? before, ApplicationState after, ITimelineEntry fact)
    {
        if (pass.Rules.Rules.PublicStatus is not { } definition || !PublicStatusView.IsShown(after) || pass.Draft.Candidate?.Holds.ErasedAt is not null)
        {
            return after;
        }

        if (IsUnmoved(before, after))
        {
            // Whoever made the offer told the candidate.
            return fact is OfferMade ? Told(pass, after) : after;
        }

        pass.WorkOn(DefinitionKind.PublicStatus, definition.Key.Value);
        var reason = PublicStatusView.IsHeld(after) ? default : ReasonOf(before, after, fact);
        var move = new PublicMove { To = PublicStatusView.TargetOf(definition, after), At = pass.At, Reason = reason };
        return Show(pass, after, PublicStatusEngine.Move(definition, after.Public, move), move.Reason);
    }

    /// <summary>Takes in what was said to the candidate about an application.</summary>
    internal static ApplicationState Told(FoldPass pass, ApplicationState application) => application.Public switch
    {
        null => application,
        { Waiting: { } gone } standing when IsGone(pass, gone) => application with { Public = standing with { Waiting = null } },
        var standing => Show(pass, application, PublicStatusEngine.Told(standing, pass.At), standing.Waiting?.Reason ?? default),
    };

    /// <summary>Shows what waited long enough.</summary>
    internal static ApplicationState Wait(FoldPass pass, ApplicationState application)
    {
        if (application.Public is not { Waiting: { ShowsAt: { } shows } waiting } standing || shows > pass.At)
        {
            return application;
        }

        return IsGone(pass, waiting)
            ? application with { Public = standing with { Waiting = null } }
            : Show(pass, application, PublicStatusEngine.TimePassed(standing, pass.At), waiting.Reason);
    }

    /// <summary>Returns when time alone shows something, or null.</summary>
    internal static Instant? Next(ApplicationState application) => application.Public?.Waiting?.ShowsAt;

    // A step that the rules do not have any more is never shown.
    private static bool IsGone(FoldPass pass, PublicWaiting waiting) => pass.Rules.Rules.PublicStatus?.Find(waiting.Step) is null;

    private static ApplicationState Show(FoldPass pass, ApplicationState application, PublicStanding shown, ReasonCode reason)
    {
        if (ReferenceEquals(shown, application.Public))
        {
            return application;
        }

        if (shown.Changes != (application.Public?.Changes ?? 0))
        {
            var from = application.Public?.Step ?? default;
            pass.Raise(new PublicStatusChanged
            {
                Application = application.Application,
                From = from,
                To = shown.Step,
                Reason = from.IsAssigned && pass.Rules.Rules.PublicStatus?.IsBack(from, shown.Step) == true ? reason : default, // why somebody was refused is not for everybody who sees the status
                Ordinal = shown.Changes,
            });
        }

        return application with { Public = shown };
    }

    private static bool IsUnmoved(ApplicationState? before, ApplicationState after) =>
        before is not null && before.Stage == after.Stage && before.Category == after.Category && before.Status == after.Status
        && before.Pipeline == after.Pipeline && before.Ending?.Disposition == after.Ending?.Disposition
        && PublicStatusView.IsHeld(before) == PublicStatusView.IsHeld(after);

    private static ReasonCode ReasonOf(ApplicationState? before, ApplicationState after, ITimelineEntry fact)
    {
        if (after.Ending is not null)
        {
            return Ended;
        }

        return fact switch
        {
            StageEntered { Reason.IsAssigned: true } entered => entered.Reason,
            ApplicationReopened { Reason.IsAssigned: true } reopened => reopened.Reason,
            ApplicationTransferred transferred => transferred.Reason.IsAssigned ? transferred.Reason : Moved,
            ApplicationsMerged => Merged,
            _ => before is { IsLive: false } ? Reopened : default,
        };
    }
}
