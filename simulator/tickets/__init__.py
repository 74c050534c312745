"""A team's own ticket export: read as it comes, counted, and turned into a queue profile.

`importing` is the whole way: a text file that may be hostile (`text_file`, `table`), whose columns
are a vendor's or are mapped (`vendors`, `layout`), with times in many forms (`survey`, `times`),
row by row (`rows`) into a ledger on disk (`ledger`), from which figures are counted (`figures`,
`workload`, `shape`), told (`telling`) and written as a profile (`profile`). Memory does not grow
with the number of rows. Nobody's name and no ticket's text gets into a profile.
"""
