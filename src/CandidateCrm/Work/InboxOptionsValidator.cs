using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm.Work;

internal sealed class InboxOptionsValidator : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        Between(result, options.BatchCandidates, 1, 5_000, nameof(options.BatchCandidates));
        Between(result, options.MaxFacts, 1, 10_000, nameof(options.MaxFacts));
        Between(result, options.MostAttempts, 1, 100, nameof(options.MostAttempts));
        Between(result, options.Lease, Duration.FromSeconds(1), Duration.FromHours(1), nameof(options.Lease));
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
