using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Work;

internal sealed class InboxOptionsValidator : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.Between(options.BatchCandidates, 1, 5_000, nameof(options.BatchCandidates));
        result.Between(options.MaxFacts, 1, 10_000, nameof(options.MaxFacts));
        result.Between(options.MostAttempts, 1, 100, nameof(options.MostAttempts));
        result.Between(options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
        result.Between(options.FirstPause, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.FirstPause));
        return result.Build();
    }
}
