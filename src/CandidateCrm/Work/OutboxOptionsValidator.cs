using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Work;

internal sealed class OutboxOptionsValidator : IValidateOptions<OutboxOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboxOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        result.Between(options.BatchSize, 1, 5_000, nameof(options.BatchSize));
        result.Between(options.MostAttempts, 1, 100, nameof(options.MostAttempts));
        result.Between(options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
        result.Between(options.FirstPause, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.FirstPause));
        result.Between(options.TaskGrace, Duration.FromHours(1), Duration.FromDays(365), nameof(options.TaskGrace));
        return result.Build();
    }
}
