using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>What a job of one kind does to a relationship. Doing it again changes nothing, for a page may be done again after a crash.</summary>
internal abstract class JobWork
{
    internal abstract JobKind Kind { get; }

    /// <summary>Gets the list that it goes through.</summary>
    internal virtual string Index => IndexNames.Candidates;

    /// <summary>Returns the row after which the first page begins; null for the beginning of the list.</summary>
    internal virtual IndexRow? From(JobDocument job) => null;

    /// <summary>Returns the largest sort value of that list which it goes through; null for no bound.</summary>
    internal virtual long? UpTo(JobDocument job, Instant now) => null;

    /// <summary>Says whether there is anything to do now. Asked before each page.</summary>
    internal virtual ValueTask<JobOutlook> LookAsync(JobDocument job, Instant now, CancellationToken cancellationToken) => new(JobOutlook.Work);

    /// <summary>Does it; true where something was written.</summary>
    internal abstract ValueTask<bool> DoAsync(JobDocument job, Relationship relationship, Instant now, CancellationToken cancellationToken);
}
