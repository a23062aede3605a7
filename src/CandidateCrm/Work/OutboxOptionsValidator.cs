using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Work;

internal sealed class OutboxOptionsValidator : IValidateOptions<OutboxOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.BatchSize is < 1 or > 5_000)
        {
            result.AddError($"It must be 1 to 5,000, but it is {options.BatchSize}.", nameof(options.BatchSize));
        }

        if (options.MostAttempts is < 1 or > 100)
        {
            result.AddError($"It must be 1 to 100, but it is {options.MostAttempts}.", nameof(options.MostAttempts));
        }

        result.Between(options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
        result.Between(options.FirstPause, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.FirstPause));
        result.Between(options.TaskGrace, Duration.FromHours(1), Duration.FromDays(365), nameof(options.TaskGrace));
        return result.Build();
    }
}
