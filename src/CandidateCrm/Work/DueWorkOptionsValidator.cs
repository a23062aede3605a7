using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Work;

internal sealed class DueWorkOptionsValidator : IValidateOptions<DueWorkOptions>
{
    public ValidateOptionsResult Validate(string? name, DueWorkOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.BatchSize is < 1 or > 5_000)
        {
            result.AddError($"It must be 1 to 5,000, but it is {options.BatchSize}.", nameof(options.BatchSize));
        }

        if (options.Lease < Duration.FromSeconds(1) || options.Lease > Duration.FromHours(1))
        {
            result.AddError($"It must be 1 second to 1 hour, but it is {options.Lease}.", nameof(options.Lease));
        }

        if (options.MostRedrives is < 0 or > 100)
        {
            result.AddError($"It must be 0 to 100, but it is {options.MostRedrives}.", nameof(options.MostRedrives));
        }

        if (options.FirstRedrive < Duration.FromSeconds(1) || options.FirstRedrive > Duration.FromHours(1))
        {
            result.AddError($"It must be 1 second to 1 hour, but it is {options.FirstRedrive}.", nameof(options.FirstRedrive));
        }

        if (options.SuspendAfter is < 1 or > 1_000_000)
        {
            result.AddError($"It must be 1 to 1,000,000, but it is {options.SuspendAfter}.", nameof(options.SuspendAfter));
        }

        return result.Build();
    }
}
