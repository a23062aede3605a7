using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>Makes of the state what is remembered of ended applications. Pure: of hires, of what was deleted, was never submitted or was the same application twice nothing is.</summary>
public static class ApplicationMemories
{
    /// <summary>Returns what is remembered, the latest ending first.</summary>
    /// <param name="applications">The applications of a candidate; null for none.</param>
    /// <param name="dispositions">The tenant's taxonomy, for what reasons are about; null for none.</param>
    public static ImmutableArray<ApplicationMemory> Of(ApplicationsSlice? applications, DispositionTaxonomy? dispositions) =>
    [
        .. (applications?.All ?? [])
            .Where(application => application.Ending is { Disposition: not (Disposition.Hired or Disposition.Duplicate), From: ApplicationStatus.Live })
            .Select(application => Of(application, dispositions))
            .OrderByDescending(memory => memory.EndedAt)
            .ThenBy(memory => memory.Application.Value, StringComparer.Ordinal),
    ];

    private static ApplicationMemory Of(ApplicationState application, DispositionTaxonomy? dispositions)
    {
        var ending = application.Ending!;
        var kind = ending.Reason.IsAssigned ? dispositions?.Find(ending.Reason)?.Kind ?? ReasonKind.Other : ReasonKind.Other;
        return new ApplicationMemory
        {
            Application = application.Application,
            Requisition = application.Requisition,
            Follows = application.Follows,
            Reached = application.Furthest,
            ReachedCategory = application.FurthestCategory,
            Disposition = ending.Disposition,
            Reason = ending.Reason,
            ReasonKind = kind,
            EndedAt = ending.At,
            IsSilverMedallist = IsSilver(ending.Disposition, kind, application.FurthestCategory),
        };
    }

    // From an interview on, what nobody held against the person does not count against them either.
    private static bool IsSilver(Disposition disposition, ReasonKind kind, StageCategory reached) => disposition switch
    {
        Disposition.Rejected when kind == ReasonKind.SecondBest => true,
        Disposition.Rejected => reached >= StageCategory.Interview && kind is ReasonKind.Timing or ReasonKind.Process,
        Disposition.PositionClosed => reached >= StageCategory.Interview,
        _ => false,
    };
}
