using System.Text.Json;

namespace CandidateCrm.Benchmarks.Reports;

/// <summary>One benchmark case as the full JSON report has it.</summary>
/// <param name="Type">The benchmark class.</param>
/// <param name="Method">The measured method.</param>
/// <param name="Parameters">Its parameters, such as <c>Hours=40</c>; empty without.</param>
/// <param name="Median">The median time in nanoseconds; not a number where the case failed, zero where nothing was left to measure.</param>
/// <param name="Bytes">The bytes allocated per operation; null where they were not measured.</param>
public sealed record Measurement(string Type, string Method, string Parameters, double Median, long? Bytes)
{
    /// <summary>Reads every report in a folder; a folder that does not exist has none.</summary>
    public static IReadOnlyList<Measurement> ReadAll(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*-report-full*.json").Order(StringComparer.Ordinal).SelectMany(file => Read(File.ReadAllText(file)))]
            : [];

    /// <summary>Reads one report.</summary>
    public static IEnumerable<Measurement> Read(string json)
    {
        using var report = JsonDocument.Parse(json);
        return [.. report.RootElement.GetProperty("Benchmarks").EnumerateArray().Select(Of)];
    }

    private static Measurement Of(JsonElement benchmark) => new(
        Text(benchmark, "Type"),
        Text(benchmark, "Method"),
        Text(benchmark, "Parameters"),
        Child(benchmark, "Statistics", "Median") is { ValueKind: JsonValueKind.Number } median ? median.GetDouble() : double.NaN,
        Child(benchmark, "Memory", "BytesAllocatedPerOperation") is { ValueKind: JsonValueKind.Number } bytes ? bytes.GetInt64() : null);

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static JsonElement? Child(JsonElement element, string name, string child) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object && value.TryGetProperty(child, out var found) ? found : null;
}
