namespace CandidateCrm.Engagement;

/// <summary>Tells how far a back-test has come, and nothing twice: a run may end where it had just said so.</summary>
internal sealed class ToldProgress(IProgress<BacktestProgress>? progress)
{
    private BacktestProgress? _last;

    internal void Tell(BacktestProgress now)
    {
        if (now != _last)
        {
            _last = now;
            progress?.Report(now);
        }
    }
}
