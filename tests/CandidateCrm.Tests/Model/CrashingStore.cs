using CandidateCrm.Storage;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>The store as one process sees it that may die at any call: from then on none of its calls gets through until it is back.</summary>
internal sealed class CrashingStore(InMemoryCrmStore inner, Crashes crashes) : StoreAround(inner)
{
    protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
    {
        if (crashes.IsDead)
        {
            throw new ProcessGoneException();
        }

        if (!crashes.IsThisCall())
        {
            var answer = await call();
            crashes.CheckpointsRead += name == "checkpoint" && answer is not null ? 1 : 0;
            return answer;
        }

        if (crashes.AfterTheCall)
        {
            await call();
        }

        throw new ProcessGoneException();
    }
}
