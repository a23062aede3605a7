namespace CandidateCrm.Benchmarks.Lifecycle;

public enum Stage
{
    None,
    Applied,
    Screening,
    Phone,
    OnSite,
    Offer,
    Hired,
    Rejected,
    Withdrawn,
    Active,
    Interviewing,
}
