using System.Xml.Linq;

namespace CandidateCrm.Conventions.Packing;

/// <summary>What a packed library says about itself, and the names of the files in it.</summary>
public sealed record Manifest(XDocument Document, IReadOnlyList<string> Files)
{
    public IReadOnlyList<string> Frameworks => [.. Named("group").Select(group => (string)group.Attribute("targetFramework")!)];

    public IReadOnlyList<string> Dependencies => [.. Named("dependency").Select(item => (string)item.Attribute("id")!).Order(StringComparer.Ordinal)];

    public string this[string element] => Named(element).SingleOrDefault()?.Value ?? "";

    private IEnumerable<XElement> Named(string name) => Document.Descendants().Where(element => element.Name.LocalName == name);
}
