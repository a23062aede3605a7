using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Tells apart whether somebody applied twice, or clicked twice; and makes one of two that are the same.</summary>
internal static class SameApplication
{
    /// <summary>Returns the live application for the same opening that was submitted only just before, or null.</summary>
    internal static ApplicationState? Find(FoldPass pass, ApplicationSubmitted fact)
    {
        foreach (var known in pass.Draft.Applications?.All ?? [])
        {
            if (known.IsLive && known.Application != fact.Application && known.Requisition == fact.Requisition && known.SubmittedAt is { } at && IsWithin(pass.At - at, Window(pass, known)))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Takes another id for an application. What was known under that id alone goes into it; what pointed to it points to the one that stays.</summary>
    internal static ApplicationState Take(FoldPass pass, ApplicationState stays, JobApplicationId alias)
    {
        if (pass.Draft.Applications!.All.FirstOrDefault(known => known.Application == alias) is not { } gone)
        {
            return stays with { Aliases = stays.Aliases.Add(alias) };
        }

        pass.Draft.Applications = new ApplicationsSlice
        {
            All =
            [
                .. pass.Draft.Applications.All.Where(known => known.Application != alias)
                    .Select(known => known.Follows == alias ? known with { Follows = stays.Application } : known),
            ],
        };
        var joined = ApplicationJoin.Of(pass, stays, gone);
        Close(pass, joined, gone);
        return joined;
    }

    /// <summary>Says for those who react later that an id is gone, and with it whatever was owed under it.</summary>
    private static void Close(FoldPass pass, ApplicationState joined, ApplicationState gone)
    {
        pass.Notes.Gone = gone.Application;
        pass.Notes.Stays = joined.Application;
        if (gone.Status is not (ApplicationStatus.Ended or ApplicationStatus.Removed))
        {
            pass.Notes.Ended = gone.Application;
            pass.Notes.ProcessEnded = gone.IsLive && !joined.IsLive && !pass.Draft.Applications!.AnyLive;
        }
    }

    private static bool IsWithin(Duration apart, Duration window) => window > Duration.Zero && apart <= window;

    private static Duration Window(FoldPass pass, ApplicationState known) =>
        pass.Rules.FindPipeline(known.Pipeline, known.Requisition)?.SameApplicationWithin ?? PipelineDefinition.SameApplicationByDefault;
}
