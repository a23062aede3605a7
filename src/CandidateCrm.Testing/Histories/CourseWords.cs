using CandidateCrm.Applications;

namespace CandidateCrm.Testing;

/// <summary>Words for what comes before a submission, and for what hosts move, copy, merge and delete.</summary>
public static class CourseWords
{
    /// <summary>Tells that the candidate began an application.</summary>
    public static TimelineBuilder Drafted(this TimelineBuilder told, string application, string? requisition = null) => Told(
        told,
        application,
        "drafted",
        new ApplicationDrafted { Application = JobApplicationId.From(application), Requisition = requisition is null ? default : RequisitionId.From(requisition) });

    /// <summary>Tells that a draft was given up.</summary>
    public static TimelineBuilder Abandoned(this TimelineBuilder told, string application) =>
        Told(told, application, "abandoned", new ApplicationAbandoned { Application = JobApplicationId.From(application) });

    /// <summary>Tells that somebody was put forward without having applied.</summary>
    public static TimelineBuilder PutForward(this TimelineBuilder told, string application, string? requisition = null) => Told(
        told,
        application,
        "prospect",
        new ProspectAdded { Application = JobApplicationId.From(application), Requisition = requisition is null ? default : RequisitionId.From(requisition) });

    /// <summary>Tells that a prospect became an applicant.</summary>
    public static TimelineBuilder Converted(this TimelineBuilder told, string application, string requisition) => Told(
        told, application, "converted", new ProspectConverted { Application = JobApplicationId.From(application), Requisition = RequisitionId.From(requisition) });

    /// <summary>Tells that the candidate is considered for another opening besides.</summary>
    public static TimelineBuilder Copied(this TimelineBuilder told, string from, string application, string requisition) => Told(
        told,
        application,
        "copied",
        new ApplicationCopied { Application = JobApplicationId.From(application), From = JobApplicationId.From(from), Requisition = RequisitionId.From(requisition) });

    /// <summary>Tells that an application goes on for another opening.</summary>
    public static TimelineBuilder Transferred(this TimelineBuilder told, string application, string requisition, string? pipeline = null) => Told(
        told,
        application,
        "transferred",
        new ApplicationTransferred
        {
            Application = JobApplicationId.From(application),
            Requisition = RequisitionId.From(requisition),
            Pipeline = pipeline is null ? default : PipelineKey.From(pipeline),
        });

    /// <summary>Tells that another application was the same one, and goes into it.</summary>
    public static TimelineBuilder Merged(this TimelineBuilder told, string application, string duplicate) => Told(
        told, application, "merged", new ApplicationsMerged { Application = JobApplicationId.From(application), Duplicate = JobApplicationId.From(duplicate) });

    /// <summary>Tells that the host deleted an application.</summary>
    public static TimelineBuilder Removed(this TimelineBuilder told, string application) =>
        Told(told, application, "removed", new ApplicationRemoved { Application = JobApplicationId.From(application) });

    private static TimelineBuilder Told(TimelineBuilder told, string application, string what, IApplicationFact fact)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.Told($"application:{application}:{what}", fact);
    }
}
