namespace CandidateCrm.Applications;

/// <summary>What kind of step a stage is, whatever the host calls it. In the order in which hiring goes: a later category is further.</summary>
public enum StageCategory
{
    /// <summary>Not told. No further than any other.</summary>
    Other = 0,

    /// <summary>The application arrived and waits for a first look.</summary>
    Applied = 1,

    /// <summary>Somebody looks at it: a review of documents, a first call.</summary>
    Screen = 2,

    /// <summary>The candidate shows what they can do: a test, a sample of work.</summary>
    Assessment = 3,

    /// <summary>Interviews.</summary>
    Interview = 4,

    /// <summary>References and checks before an offer.</summary>
    Check = 5,

    /// <summary>An offer is prepared or stands.</summary>
    Offer = 6,

    /// <summary>The candidate was hired.</summary>
    Hired = 7,
}
