using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// Makes one of two applications that are the same. Which of the two ids stays is the host's to say; whose process goes on follows from both: who was hired stays hired, who is in a process stays in it,
/// and so on down to what was deleted. The other one only fills in.
/// </summary>
internal static class ApplicationJoin
{
    /// <summary>Says whether the process of the one that is gone goes on, and not the one of the one that stays. Of two that are as far the latter does; of two that have ended the one that ended later.</summary>
    internal static bool TakesOver(ApplicationState stays, ApplicationState gone)
    {
        var apart = Rank(gone) - Rank(stays);
        return apart > 0 || (apart == 0 && gone.Ending is { } its && stays.Ending is { } own && IsLater(its, own));
    }

    /// <summary>Returns the one application, under the id that stays.</summary>
    internal static ApplicationState Of(FoldPass pass, ApplicationState stays, ApplicationState gone)
    {
        var takesOver = TakesOver(stays, gone);
        var (goes, other) = takesOver ? (gone, stays) : (stays, gone);
        var furthest = FurthestStage.Of(pass, stays, gone);
        var joined = JoinedArrangements.Of(pass, goes, stays, gone) with
        {
            Application = stays.Application,
            Requisition = goes.Requisition.IsAssigned ? goes.Requisition : other.Requisition,
            Pipeline = goes.Pipeline.IsAssigned ? goes.Pipeline : other.Pipeline,
            Source = goes.Source.IsAssigned ? goes.Source : other.Source,
            SubmittedAt = Earlier(goes.SubmittedAt, other.SubmittedAt),
            Furthest = furthest.Stage,
            FurthestCategory = furthest.Category,
            Reopenings = stays.Reopenings + gone.Reopenings + (takesOver && IsOver(stays) && !IsOver(gone) ? 1 : 0),
            Follows = Followed(stays, gone) is { IsAssigned: true } followed ? followed : Followed(gone, stays),
            Aliases = [.. stays.Aliases, gone.Application, .. gone.Aliases],
            Public = stays.Public ?? gone.Public,
            Family = goes.Family.IsAssigned || goes.Requisition.IsAssigned ? goes.Family : other.Family,
            RefusedAt = Later(stays.RefusedAt, gone.RefusedAt),
            AskedAt = Later(stays.AskedAt, gone.AskedAt),
            Asks = Math.Max(stays.Asks, gone.Asks),
            Ending = EndingOf(goes, other) is { } ending ? ending with { News = NewsOf(goes, other, takesOver) } : null,
        };
        return joined with
        {
            FurthestHere = FurthestStage.Here(pass.Rules.FindPipeline(joined.Pipeline, joined.Requisition), joined.Furthest, goes.FurthestHere, goes.Furthest, other.FurthestHere, other.Furthest),
        };
    }

    // That it was told twice is no way in which somebody's process ends: it gives way to whatever else is known of it.
    private static int Rank(ApplicationState state) => state switch
    {
        { Ending.Disposition: Disposition.Hired } => 7,
        { IsLive: true } => 6,
        { Ending: { Disposition: not Disposition.Duplicate } } => 5,
        { Status: ApplicationStatus.Prospect } => 4,
        { Status: ApplicationStatus.Draft } => 3,
        { Ending: not null } => 2,
        { Status: ApplicationStatus.Abandoned } => 1,
        _ => 0,
    };

    private static bool IsOver(ApplicationState state) => state.Status is ApplicationStatus.Ended or ApplicationStatus.Removed or ApplicationStatus.Abandoned;

    /// <summary>Keeps the ending of the process that goes on, with the reason of the other one where that is the same and has one, and as the ending of whatever was more of an application.</summary>
    private static ApplicationEnding? EndingOf(ApplicationState goes, ApplicationState other) => goes.Ending is not { } ending ? null : ending with
    {
        Reason = !ending.Reason.IsAssigned && other.Ending is { } same && same.Disposition == ending.Disposition ? same.Reason : ending.Reason,
        From = Nearer(ending.From, other.Ending?.From ?? other.Status),
    };

    /// <summary>Says what the candidate knows of the ending: what was told of either is told. What was asked for under the id that is gone is asked for anew.</summary>
    private static EndingNews NewsOf(ApplicationState goes, ApplicationState other, bool takesOver) => goes.Ending!.News switch
    {
        not EndingNews.Told when other.RefusedAt >= goes.Ending.At => EndingNews.Told,
        EndingNews.Asked when takesOver => EndingNews.Untold,
        var news => news,
    };

    private static Instant? Later(Instant? one, Instant? other) => one > other ? one : other ?? one;

    private static ApplicationStatus Nearer(ApplicationStatus one, ApplicationStatus other)
    {
        ReadOnlySpan<ApplicationStatus> order = [ApplicationStatus.Live, ApplicationStatus.Prospect, ApplicationStatus.Draft, ApplicationStatus.Abandoned];
        return order.IndexOf(other) is >= 0 and var place && place < order.IndexOf(one) ? other : one;
    }

    /// <summary>Says which of two endings came later; of two at one instant the answer is the same, whichever is asked about.</summary>
    private static bool IsLater(ApplicationEnding one, ApplicationEnding other)
    {
        if (one.At != other.At)
        {
            return one.At > other.At;
        }

        return one.Disposition != other.Disposition ? one.Disposition > other.Disposition : string.CompareOrdinal(one.Reason.ToString(), other.Reason.ToString()) > 0;
    }

    /// <summary>Returns what the first of two follows, unless that is the other one.</summary>
    private static JobApplicationId Followed(ApplicationState one, ApplicationState other) => one.Follows == other.Application ? default : one.Follows;

    private static Instant? Earlier(Instant? one, Instant? other) => one is { } a && other is { } b ? Instant.Min(a, b) : one ?? other;
}
