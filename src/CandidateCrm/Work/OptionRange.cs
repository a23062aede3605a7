using Microsoft.Extensions.Options;

namespace CandidateCrm.Work;

/// <summary>Says where an option lies outside its range.</summary>
internal static class OptionRange
{
    internal static void Between<T>(this ValidateOptionsResultBuilder result, T value, T least, T most, string name)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            result.AddError($"It must be {least} to {most}, but it is {value}.", name);
        }
    }
}
