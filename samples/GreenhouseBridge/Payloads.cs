using GreenhouseBridge.Webhooks;

namespace GreenhouseBridge;

/// <summary>Finds and reads payloads that somebody saved to files.</summary>
internal static class Payloads
{
    internal const string StandardInput = "-";

    /// <summary>Returns the files, those of a folder in ordinal order of their names.</summary>
    internal static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                found.Add(path == StandardInput || File.Exists(path) ? path : throw new FileNotFoundException($"There is no {path}."));
                continue;
            }

            var files = Directory.GetFiles(path, "*.json");
            found.AddRange(files.Length > 0 ? files.Order(StringComparer.Ordinal) : throw new FileNotFoundException($"In {path} there is no *.json file."));
        }

        return found;
    }

    internal static async Task<Delivery> ReadAsync(string path, Stream input, string? signature, CancellationToken cancellationToken)
    {
        if (path != StandardInput)
        {
            var header = path + ".signature";
            return new Delivery
            {
                Body = await File.ReadAllBytesAsync(path, cancellationToken),
                Signature = File.Exists(header) ? await File.ReadAllTextAsync(header, cancellationToken) : null,
            };
        }

        using var body = new MemoryStream();
        await input.CopyToAsync(body, cancellationToken);
        return new Delivery { Body = body.ToArray(), Signature = signature };
    }
}
