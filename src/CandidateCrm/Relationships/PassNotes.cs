using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Relationships;

/// <summary>What the applications made of the event of a pass. Their reaction writes it; the lifecycle, the scores and the charter, which react later, read it.</summary>
internal sealed record PassNotes
{
    /// <summary>Gets or sets a value indicating whether the event told nothing new, such as a second submission, or nothing that anybody reacts to, such as an opening balance.</summary>
    internal bool IsRepetition { get; set; }

    /// <summary>Gets or sets a value indicating whether an application came to life.</summary>
    internal bool Opened { get; set; }

    /// <summary>Gets or sets the application that had ended and goes on, however that was told.</summary>
    internal JobApplicationId Revived { get; set; }

    /// <summary>Gets or sets the application that ended.</summary>
    internal JobApplicationId Ended { get; set; }

    /// <summary>Gets or sets the application that became another name of <see cref="Stays"/>.</summary>
    internal JobApplicationId Gone { get; set; }

    /// <summary>Gets or sets the application into which another one went.</summary>
    internal JobApplicationId Stays { get; set; }

    /// <summary>Gets or sets the applications that ended because their opening was closed.</summary>
    internal ImmutableArray<JobApplicationId> Closed { get; set; } = [];

    /// <summary>Gets or sets the applications of which a message told how they ended, beside the one that it names.</summary>
    internal ImmutableArray<JobApplicationId> Covered { get; set; } = [];

    /// <summary>Gets or sets the ended applications of which the candidate is not to be told for the time being, although a message was asked for.</summary>
    internal ImmutableArray<JobApplicationId> Withheld { get; set; } = [];

    /// <summary>Gets or sets a value indicating whether the last live application ended without a hire.</summary>
    internal bool ProcessEnded { get; set; }

    /// <summary>Gets or sets a value indicating whether the candidate was hired.</summary>
    internal bool Hired { get; set; }

    /// <summary>Forgets the event before.</summary>
    internal void Clear()
    {
        IsRepetition = false;
        Opened = false;
        Revived = default;
        Ended = default;
        Gone = default;
        Stays = default;
        Closed = [];
        Covered = [];
        Withheld = [];
        ProcessEnded = false;
        Hired = false;
    }
}
