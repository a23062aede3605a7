namespace CandidateCrm.Docs;

/// <summary>A page and its blocks of C#, in order. They continue each other: together they are one program.</summary>
public sealed record Page(string Name, IReadOnlyList<Block> Blocks)
{
    /// <summary>
    /// Reads the fences of a page. A <c>text</c> fence holds the output of the C# fence before it when nothing stands between
    /// them but blank lines and at most one line that ends with a colon.
    /// </summary>
    public static Page Read(string name, string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<Block>();
        var between = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence(lines[i]) is not { } language)
            {
                between.Add(lines[i]);
                continue;
            }

            var start = i + 1;
            i = Array.FindIndex(lines, start, line => line.Trim() == "```");
            if (i < 0)
            {
                throw new InvalidDataException($"{name}:{start}: the fence is never closed.");
            }

            Add(blocks, language, start, Body(lines[(start - 1)..i]), IsIntroduction(between));
            between = [language == "csharp" ? "" : "another fence"];
        }

        return new Page(name, blocks);
    }

    private static void Add(List<Block> blocks, string language, int start, string body, bool follows)
    {
        if (language == "csharp")
        {
            blocks.Add(new Block(start + 1, body, null));
        }
        else if (language == "text" && follows && blocks is [.., { Output: null } last])
        {
            blocks[^1] = last with { Output = body };
        }
    }

    private static bool IsIntroduction(List<string> between) =>
        between.Where(line => !string.IsNullOrWhiteSpace(line)).ToList() is [] or [[.., ':']];

    private static string? Fence(string line) => line.TrimStart() is ['`', '`', '`', .. var language] ? language.Trim() : null;

    /// <summary>Takes the fence's own indentation off every line: a fence may stand in a list.</summary>
    private static string Body(string[] fenceAndBody)
    {
        var indent = fenceAndBody[0].Length - fenceAndBody[0].TrimStart().Length;
        return string.Concat(fenceAndBody[1..].Select(line => line[Math.Min(indent, line.Length - line.TrimStart().Length)..] + "\n"));
    }
}
