using CandidateCrm.Storage;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Privacy;

/// <summary>Has everything walked through that is written, and cannot write about one candidate, whom its error quotes.</summary>
internal sealed class CanaryStore(IClock clock, Canaries canaries) : StoreAround(new InMemoryCrmStore(clock))
{
    internal const string Unwritable = "gus";

    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        canaries.Walk("commit", commit);
        return commit.Relationships.Any(r => r.Next.Key.Candidate.Value == Unwritable)
            ? throw new TimeoutException(Canaries.Of("store-error"))
            : base.CommitAsync(commit, cancellationToken);
    }

    protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
    {
        var answer = await call();
        canaries.Walk($"store: {name}", answer);
        return answer;
    }
}
