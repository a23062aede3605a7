using CandidateCrm.Work;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Jobs;

internal sealed class JobOptionsValidator : IValidateOptions<JobOptions>
{
    public ValidateOptionsResult Validate(string? name, JobOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.Between(options.PageSize, 1, 64, nameof(options.PageSize));
        result.Between(options.PagesPerClaim, 1, 100, nameof(options.PagesPerClaim));
        result.Between(options.RatePerSecond, 1, 100_000, nameof(options.RatePerSecond));
        result.Between(options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
        result.Between(options.MostAttempts, 1, 100, nameof(options.MostAttempts));
        result.Between(options.FirstPause, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.FirstPause));
        return result.Build();
    }
}
