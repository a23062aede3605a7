namespace CandidateCrm.Benchmarks.Lifecycle;

public enum Move
{
    Advance,
    Skip,
    Reject,
    Withdraw,
    Hold,
    Note,
    Reopen,
    Accept,
}
