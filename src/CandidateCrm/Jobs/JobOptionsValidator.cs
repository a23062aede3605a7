using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Jobs;

internal sealed class JobOptionsValidator : IValidateOptions<JobOptions>
{
    public ValidateOptionsResult Validate(string? name, JobOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Between(result, options.PageSize, 1, 64, nameof(options.PageSize));
        Between(result, options.PagesPerClaim, 1, 100, nameof(options.PagesPerClaim));
        Between(result, options.RatePerSecond, 1, 100_000, nameof(options.RatePerSecond));
        Between(result, options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
        Between(result, options.MostAttempts, 1, 100, nameof(options.MostAttempts));
        Between(result, options.FirstPause, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.FirstPause));
        return result.Build();
    }

    private static void Between<T>(ValidateOptionsResultBuilder result, T value, T least, T most, string name)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            result.AddError($"It must be {least} to {most}, but it is {value}.", name);
        }
    }
}
