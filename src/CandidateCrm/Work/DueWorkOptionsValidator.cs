using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Work;

internal sealed class DueWorkOptionsValidator : IValidateOptions<DueWorkOptions>
{
    public ValidateOptionsResult Validate(string? name, DueWorkOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.Between(options.BatchSize, 1, 5_000, nameof(options.BatchSize));
        result.Between(options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
        result.Between(options.MostRedrives, 0, 100, nameof(options.MostRedrives));
        result.Between(options.FirstRedrive, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.FirstRedrive));
        result.Between(options.SuspendAfter, 1, 1_000_000, nameof(options.SuspendAfter));
        return result.Build();
    }
}
